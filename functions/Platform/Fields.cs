namespace PublicAdmin.Platform;

/// <summary>What a field of a form must look like. Each answers the refusal, or null when the field is good.</summary>
public static class Fields
{
    /// <summary>A text that must be there, of at most so many characters.</summary>
    public static Refusal? Text(string field, string? value, int max) =>
        string.IsNullOrWhiteSpace(value) ? FieldRefusals.Missing.At(field, field) : Length(field, value, max);

    public static Refusal? Length(string field, string? value, int max) =>
        value?.Length > max ? FieldRefusals.TooLong.At(field, field, max) : null;
}
