package dev.blazon.api.shield;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How each service shortens a count. They differ on purpose: a README's reader knows theirs. */
enum CountFormat {
  /**
   * pypip.in: one decimal, {@code .0} dropped, {@code k M B}; 999950 is {@code 1000k}, as it was.
   */
  ONE_DECIMAL("kMB") {
    @Override
    String format(long count) {
      return count < THOUSAND ? Long.toString(count) : oneDecimal(count, RoundingMode.HALF_EVEN);
    }
  },
  /** shields.io: one decimal below 10, else whole; a rounded 1000 moves on to the next prefix. */
  METRIC("kMGTPE") {
    @Override
    String format(long count) {
      double scaled = count;
      int prefix = -1;
      while (prefix + 1 < prefixes.length() && scaled >= THOUSAND) {
        scaled /= THOUSAND;
        prefix++;
      }
      if (prefix < 0) {
        return Long.toString(count);
      }
      if (scaled < DECIMALS_BELOW) {
        return decimal(scaled, RoundingMode.HALF_EVEN) + prefixes.charAt(prefix);
      }
      long whole = Math.round(scaled);
      return whole == THOUSAND && prefix + 1 < prefixes.length()
          ? "1" + prefixes.charAt(prefix + 1)
          : Long.toString(whole) + prefixes.charAt(prefix);
    }
  },
  /** badgen.net: one decimal, {@code .0} dropped, upper-case {@code K}. */
  MILLIFY("KMBTPE") {
    @Override
    String format(long count) {
      return count < THOUSAND ? Long.toString(count) : oneDecimal(count, RoundingMode.HALF_UP);
    }
  },
  /** pepy.tech: cut to whole thousands, never rounded up. */
  FLOORED("kMGTP") {
    @Override
    String format(long count) {
      return floored(count);
    }
  },
  /** pepy.tech's {@code units=abbreviation}. */
  FLOORED_ABBREVIATED("kMBTQ") {
    @Override
    String format(long count) {
      return floored(count);
    }
  },
  /** All digits. */
  PLAIN("") {
    @Override
    String format(long count) {
      return Long.toString(count);
    }
  };

  private static final long THOUSAND = 1000;
  private static final double DECIMALS_BELOW = 10;

  /** One letter for each power of a thousand. */
  final String prefixes;

  CountFormat(String prefixes) {
    this.prefixes = prefixes;
  }

  /** The count in these words; a negative count, which no source should give, as it is. */
  abstract String format(long count);

  static CountFormat of(Wording wording) {
    return switch (wording) {
      case PYPIP_IN, BADGE_FURY -> ONE_DECIMAL;
      case SHIELDS_IO -> METRIC;
      case BADGEN_NET -> MILLIFY;
      case PEPY_TECH -> FLOORED;
      case PEPY_TECH_ABBREVIATED -> FLOORED_ABBREVIATED;
      case PEPY_TECH_PLAIN -> PLAIN;
    };
  }

  String oneDecimal(long count, RoundingMode rounding) {
    double scaled = (double) count / THOUSAND;
    int prefix = 0;
    while (prefix + 1 < prefixes.length() && scaled >= THOUSAND) {
      scaled /= THOUSAND;
      prefix++;
    }
    return decimal(scaled, rounding) + prefixes.charAt(prefix);
  }

  String floored(long count) {
    long scaled = count;
    int prefix = -1;
    while (prefix + 1 < prefixes.length() && scaled >= THOUSAND) {
      scaled /= THOUSAND;
      prefix++;
    }
    return prefix < 0 ? Long.toString(count) : Long.toString(scaled) + prefixes.charAt(prefix);
  }

  /** Rounds the binary value itself, as JavaScript and Python do: 9.95 is a little less. */
  static String decimal(double value, RoundingMode rounding) {
    String text = new BigDecimal(value).setScale(1, rounding).toPlainString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
