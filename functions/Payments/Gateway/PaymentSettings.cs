namespace PublicAdmin.Payments.Gateway;

/// <summary>Settings <c>Payments:*</c>: the payment platform of the National Public Service Portal, through the province's gateway.</summary>
public sealed class PaymentSettings
{
    public const string Section = "Payments";

    /// <summary>https; empty: nobody pays online.</summary>
    public string GatewayUrl { get; set; } = "";

    /// <summary>The secret shared with the platform, at least 32 characters; it signs requests and notices alike.</summary>
    public string GatewaySecret { get; set; } = "";
}
