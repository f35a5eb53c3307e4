package dev.blazon.api.shield;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The formats in which each service shortens a count. They differ on purpose: a moved badge should
 * look as it did at its old service.
 */
enum CountFormat {
  /**
   * pypip.in: one decimal, {@code .0} dropped, {@code k M B}; 999950 is {@code 1000k}, as at
   * pypip.in.
   */
  ONE_DECIMAL("kMB") {
    @Override
    String format(long count) {
      return count < THOUSAND ? Long.toString(count) : oneDecimal(count, RoundingMode.HALF_EVEN);
    }
  },
  /**
   * shields.io: one decimal below 10, otherwise a whole number; if rounding gives 1000, the next
   * prefix is used.
   */
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
  /** pepy.tech: cut to a whole number of the prefix, never rounded up. */
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

  /** One prefix letter for each power of 1000. */
  final String prefixes;

  CountFormat(String prefixes) {
    this.prefixes = prefixes;
  }

  /** The count in this format. A negative count, which no source should give, is not shortened. */
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

  /**
   * Rounds to one decimal. Rounds the exact binary value, as JavaScript and Python do: the double
   * 9.95 is slightly less than 9.95.
   */
  static String decimal(double value, RoundingMode rounding) {
    String text = new BigDecimal(value).setScale(1, rounding).toPlainString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
