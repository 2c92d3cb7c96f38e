using System.Globalization;

namespace PublicAdmin.Dossiers.Projection;

/// <summary>How a moment stands in the keys of list rows, to the minute in UTC, so that the rows lie in the order of time.</summary>
public static class ListKey
{
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture);

    /// <summary>The moment, then the dossier.</summary>
    public static string Of(DateTimeOffset at, DossierCode code) => $"{Of(at)}|{code}";
}
