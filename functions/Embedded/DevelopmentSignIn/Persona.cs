using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.DevelopmentSignIn;

/// <summary>Somebody to try the office as.</summary>
/// <param name="Key">What the person is called by at <c>POST /dev/tokens</c>.</param>
/// <param name="PersonalNumber">A citizen's; made up, with the province, century, sex and year of birth where the real ones have them.</param>
/// <param name="Organisation">The enterprise code of the organisation the person signs in for; null for oneself.</param>
/// <param name="Role">A staff member's only duty.</param>
/// <param name="Place">Where that duty is: the GSO code of a commune, a kind of office, or <see cref="Duty.Everywhere"/>.</param>
internal sealed record Persona(
    string Key, CallerKind Kind, string Name, Text About, string? PersonalNumber = null, Role? Role = null, string? Place = null, string? Organisation = null)
{
    public string Id => $"dev-{Key}";

    /// <summary>Chức vụ; null for whoever has none.</summary>
    public Position? Position { get; init; }

    /// <summary>The code of the office, through the offices' own data.</summary>
    public string? OfficeIn(OfficeDirectory offices, DateOnly day) => Place switch
    {
        null or Duty.Everywhere => Place,
        _ when char.IsAsciiDigit(Place[0]) =>
            offices.FindByUnit(Place, day)?.Code ?? throw new InvalidOperationException($"No office is in charge of {Place} on {day:O}."),
        _ => offices.All(day).First(office => office.Kind == Enum.Parse<OfficeKind>(Place)).Code,
    };

    /// <summary>The entry of the staff directory: since a year ago, and at a desk for the three years the rules allow.</summary>
    public StaffMember ToMember(OfficeDirectory offices, DateOnly today)
    {
        var from = today.AddYears(-1);
        DateOnly? to = Role is Identity.Role.Clerk ? from.AddMonths(36).AddDays(-1) : null;
        return new StaffMember(Id, Name, [new Appointment(Role!.Value, OfficeIn(offices, today)!, from, to)], $"{Key}@dienbien.invalid", Position: Position);
    }
}
