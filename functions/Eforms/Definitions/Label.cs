namespace PublicAdmin.Eforms.Definitions;

/// <summary>A wording of a form. The Vietnamese is the official one and is printed; the English is an aid on the screen and may be missing.</summary>
public sealed record Label(string Vi, string? En = null)
{
    /// <summary>For places that want both languages.</summary>
    public Platform.Text ToText() => new(Vi, En ?? Vi);
}
