namespace PublicAdmin.Eforms.Definitions;

/// <summary>A value a field offers.</summary>
public sealed record FieldOption(string Code, string Vi, string? En = null);
