namespace PublicAdmin.Identity.Sessions;

/// <summary>One of the two doors people sign in through.</summary>
/// <param name="Path">As in addresses.</param>
public sealed record SignInDoor(string Path, CallerKind Kind)
{
    /// <summary>VNeID.</summary>
    public static readonly SignInDoor Citizens = new("citizens", CallerKind.Citizen);

    /// <summary>The province's directory of staff, such as Entra ID.</summary>
    public static readonly SignInDoor Staff = new("staff", CallerKind.Staff);

    public static SignInDoor? Find(string path) => path == Citizens.Path ? Citizens : path == Staff.Path ? Staff : null;
}
