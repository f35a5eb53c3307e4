package dev.blazon.api.report;

/** A few days of downloads, in the form of an import. The 24th is missing. */
public final class CountedRows {

  public static final String CSV =
      """
      date,project,version,downloads,without_mirrors,python,system,installer,country,ci
      2026-08-22,requests,2.4.0,10,9,3.12,Linux,pip,US,true
      2026-08-22,requests,2.31.0,5,5,3.11,Windows,uv,DE,
      2026-08-23,requests,2.31.0,7,7,3.12,Linux,pip,US,
      2026-08-25,requests,2.31.0,4,0,,,bandersnatch,,
      2026-08-25,requests,2.31.0rc1,1,1,3.12,Darwin,pip,FR,true
      2026-08-26,requests,2.31.0,2,2,3.12,FreeBSD,pip,US,
      2026-08-22,flask,3.0,100,90,3.12,Linux,pip,US,
      2026-08-26,flask,3.0,1,1,2.7,Linux,pip,US,
      """;

  private CountedRows() {}
}
