package dev.blazon.api.shield;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All shields, in the order in which the pages show them. Immutable. */
public final class ShieldCatalog {

  private final Map<String, Shield<?>> byId = new LinkedHashMap<>();

  public ShieldCatalog() {
    this(InstantSource.system());
  }

  /**
   * @param clock the current time, for the age of a release
   */
  public ShieldCatalog(InstantSource clock) {
    this(shields(clock));
  }

  ShieldCatalog(List<Shield<?>> shields) {
    for (Shield<?> shield : shields) {
      String id = shield.description().id();
      if (byId.putIfAbsent(id, shield) != null) {
        throw new IllegalArgumentException("two shields are called " + id);
      }
    }
  }

  public List<Shield<?>> all() {
    return List.copyOf(byId.values());
  }

  /** The shield with this id, or empty if there is none. */
  public Optional<Shield<?>> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The shield with this id, which must exist.
   *
   * @throws IllegalArgumentException if it does not exist
   */
  public Shield<?> get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no shield is called " + id));
  }

  /** The shield that shows the downloads of a period. */
  public Shield<?> downloads(Period period) {
    return get(period.shieldId());
  }

  /** The shield that shows the downloads of a period with a line of the last weeks. */
  public Shield<?> trend(Period period) {
    return ((TrendShield) get(TrendShield.ID)).of(period);
  }

  private static List<Shield<?>> shields(InstantSource clock) {
    List<Shield<?>> shields = new ArrayList<>();
    shields.add(new VersionShield());
    shields.add(new DownloadShield(Period.MONTH));
    shields.add(new DownloadShield(Period.WEEK));
    shields.add(new DownloadShield(Period.DAY));
    shields.add(new DownloadShield(Period.TOTAL));
    shields.add(new TrendShield(Period.MONTH));
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
    shields.add(new RequiresPythonShield());
    shields.add(new ReleasedShield(clock));
    shields.add(new ReleasesShield());
    shields.add(new VulnerabilitiesShield());
    shields.add(new YankedShield());
    shields.add(new ProjectStatusShield());
    shields.add(new SizeShield());
    shields.add(new PlatformsShield());
    shields.add(new AbiShield());
    shields.add(new DependenciesShield());
    shields.add(new MaintainersShield());
    return shields;
  }
}
