namespace PublicAdmin.Documents.Records;

/// <summary>Settings <c>Records:*</c>: the province's data-sharing gateway (LGSP), through which national databases are asked.</summary>
public sealed class RecordSettings
{
    public const string Section = "Records";

    /// <summary>https; empty: only what this office has issued itself is looked up.</summary>
    public string GatewayUrl { get; set; } = "";

    /// <summary>The secret shared with the gateway, at least 32 characters.</summary>
    public string GatewaySecret { get; set; } = "";
}
