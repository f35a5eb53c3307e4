package dev.blazon.api.shield;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All shields there are, in the order in which people are shown them. Immutable. */
public final class ShieldCatalog {

  private final Map<String, Shield> byId = new LinkedHashMap<>();

  public ShieldCatalog() {
    this(shields());
  }

  ShieldCatalog(List<Shield> shields) {
    for (Shield shield : shields) {
      String id = shield.description().id();
      if (byId.putIfAbsent(id, shield) != null) {
        throw new IllegalArgumentException("two shields are called " + id);
      }
    }
  }

  public List<Shield> all() {
    return List.copyOf(byId.values());
  }

  /** The shield of that id, or empty when there is none. */
  public Optional<Shield> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The shield of that id, which the caller knows to exist.
   *
   * @throws IllegalArgumentException when it does not
   */
  public Shield get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no shield is called " + id));
  }

  /** The shield that counts downloads so far back. */
  public Shield downloads(Period period) {
    return get(period.shieldId());
  }

  /** The shield that counts all downloads. */
  public Shield totalDownloads() {
    return get(TotalDownloadShield.ID);
  }

  private static List<Shield> shields() {
    List<Shield> shields = new ArrayList<>();
    shields.add(new VersionShield());
    shields.add(new DownloadShield(Period.MONTH));
    shields.add(new DownloadShield(Period.WEEK));
    shields.add(new DownloadShield(Period.DAY));
    shields.add(new TotalDownloadShield());
    shields.add(new LicenseShield());
    shields.add(new PyVersionsShield());
    shields.add(new ImplementationShield());
    shields.add(new StatusShield());
    shields.add(new WheelShield());
    shields.add(new EggShield());
    shields.add(new FormatShield());
    shields.add(new TypesShield());
    for (Framework framework : Framework.values()) {
      shields.add(new FrameworkVersionsShield(framework));
    }
    return shields;
  }
}
