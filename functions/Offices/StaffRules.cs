using System.Text.RegularExpressions;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Offices;

/// <summary>What an administrator may write into the staff directory.</summary>
internal static partial class StaffRules
{
    public const int MostDuties = 50;

    /// <summary>Work at the one-stop desk lasts 12 to 36 months (Decree 118/2025, as told in the guidance on its implementation).</summary>
    public const int LeastDeskMonths = 12;
    public const int MostDeskMonths = 36;

    /// <param name="before">The entry now; null for none.</param>
    /// <param name="after">The entry to be.</param>
    /// <param name="editor">Who writes.</param>
    /// <param name="officeExists">Whether there is an office under this code on this day.</param>
    public static Refusal? FirstBroken(StaffMember? before, StaffMember after, Caller editor, Func<string, DateOnly, bool> officeExists) =>
        BrokenForm(after)
        ?? Added(before, after).Select(duty => BrokenDuty(duty, before, after, officeExists)).FirstOrDefault(broken => broken is not null)
        ?? BeyondRights(before, after, editor);

    /// <summary>Whether an administrator, supervisor or auditor of some offices may see this person's entry.</summary>
    public static bool IsSeenFrom(Scope scope, StaffMember member) => scope.Everywhere || member.Duties.Any(duty => scope.Contains(duty.Office));

    // As Entra ID gives them. A leader's key is named after the id (SigningKeyNames): two ids must never come to one name.
    [GeneratedRegex(@"^[a-z0-9-]{1,64}\z")]
    internal static partial Regex Id();

    private static Refusal? BrokenForm(StaffMember member)
    {
        var systems = member.Duties.Count(duty => duty.Role is Role.System);
        return !Id().IsMatch(member.Id) ? StaffRefusals.IdInvalid.At("id")
            : member.Name.Trim().Length is 0 or > 200 || !Fields.IsLine(member.Name) ? StaffRefusals.NameInvalid.At("name")
            : member.Email is { } email && !Fields.IsEmail(email) ? StaffRefusals.ContactInvalid.At("email")
            : member.Phone is { } phone && !Phone().IsMatch(phone) ? StaffRefusals.ContactInvalid.At("phone")
            : member.Duties.Count > MostDuties ? StaffRefusals.TooManyDuties.At("duties", MostDuties)
            : member.Position is { } position
                && (position.Title.Trim().Length is 0 or > 100 || !Fields.IsLine(position.Title) || !Enum.IsDefined(position.Rank))
                ? StaffRefusals.PositionInvalid.At("position")
            : systems > 0 && (systems < member.Duties.Count || member.Duties.Any(duty => duty.Office != Duty.Everywhere))
                ? StaffRefusals.SystemApart.At("duties")
            : null;
    }

    private static Refusal? BrokenDuty(Appointment duty, StaffMember? before, StaffMember after, Func<string, DateOnly, bool> officeExists) =>
        duty.Role is Role.Anyone or Role.Citizen || !Enum.IsDefined(duty.Role) ? StaffRefusals.RoleNotAppointed.At("duties", duty.Role.Name())
        : duty.To < duty.From ? StaffRefusals.DatesReversed.At("duties")
        : duty.Office != Duty.Everywhere && !officeExists(duty.Office, duty.From) ? StaffRefusals.OfficeUnknown.At("duties", duty.Office)
        : duty.Role is Role.Clerk && !IsDeskTerm(duty) && !IsCutShort(duty, before) ? StaffRefusals.DeskTerm.At("duties", LeastDeskMonths, MostDeskMonths)
        : duty.Role is Role.Leader && after.Position is not { MaySign: true } ? StaffRefusals.LeaderWithoutPosition.At("position")
        : null;

    private static bool IsDeskTerm(Appointment duty) =>
        duty.To is { } to && to.AddDays(1) >= duty.From.AddMonths(LeastDeskMonths) && to.AddDays(1) <= duty.From.AddMonths(MostDeskMonths);

    // People leave; only an appointment made anew has a shortest time.
    private static bool IsCutShort(Appointment duty, StaffMember? before) =>
        before is not null && before.Duties.Any(old => (old with { To = duty.To }) == duty && duty.To < old.To);

    private static Refusal? BeyondRights(StaffMember? before, StaffMember after, Caller editor)
    {
        var scope = editor.ScopeOf(Role.Administrator);
        var touched = Added(before, after).Concat(Removed(before, after)).ToList();
        var position = before?.Position != after.Position;
        return (touched.Count > 0 || position) && after.Id == editor.Id ? StaffRefusals.OwnRights.At("duties")
            : touched.FirstOrDefault(duty => !scope.Contains(duty.Office)) is { } beyond ? StaffRefusals.BeyondYourOffice.At("duties", beyond.Office)
            : position && after.Duties.FirstOrDefault(duty => duty.Role is Role.Leader && !scope.Contains(duty.Office)) is { } signs
                ? StaffRefusals.BeyondYourOffice.At("position", signs.Office)
            : !IsSeenFrom(scope, before ?? after) && !IsSeenFrom(scope, after) ? StaffRefusals.Unknown.With(after.Id)
            : null;
    }

    private static IEnumerable<Appointment> Added(StaffMember? before, StaffMember after) => after.Duties.Except(before?.Duties ?? []);

    private static IEnumerable<Appointment> Removed(StaffMember? before, StaffMember after) => (before?.Duties ?? []).Except(after.Duties);

    [GeneratedRegex(@"^\+?[0-9 .-]{8,20}\z")]
    private static partial Regex Phone();
}
