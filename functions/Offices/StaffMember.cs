using PublicAdmin.Identity;

namespace PublicAdmin.Offices;

/// <summary>One person of the staff directory (cán bộ, công chức), or a system under its client id, and what they are appointed to.</summary>
/// <param name="Id">The object id in the province's directory of sign-ins, or a system's client id.</param>
/// <param name="Email">For letters of the office; null for none.</param>
/// <param name="Phone">Where a citizen may ask; null for none.</param>
/// <param name="Position">Chức vụ; null for none. Leaders have one, for papers name it.</param>
public sealed record StaffMember(
    string Id, string Name, IReadOnlyList<Appointment> Duties, string? Email = null, string? Phone = null, Position? Position = null)
{
    /// <summary>Whether the person holds the role in the office on this day by own appointment.</summary>
    public bool Holds(Role role, string office, DateOnly day) => Duties.Any(duty => duty.Covers(role, office) && duty.Holds(day));
}

/// <summary>An appointment (phân công): one role in one office for a time.</summary>
/// <param name="Office">The office's code, or <see cref="Duty.Everywhere"/>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null when no end is set.</param>
public sealed record Appointment(Role Role, string Office, DateOnly From, DateOnly? To = null)
{
    public bool Holds(DateOnly day) => From <= day && (To is null || day <= To);

    public bool Covers(Role role, string office) => Role == role && (Office == office || Office == Duty.Everywhere);
}

/// <summary>A duty lent to a colleague for a time (ủy quyền). It ends by itself, with the lender's own duty, or when revoked.</summary>
/// <param name="Id">The lender's id, a tilde and a part of its own, so that it can be found.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Reason">Why, for whoever reads the record later.</param>
/// <param name="Signing">How the receiver signs; null for a duty that signs nothing.</param>
public sealed record Delegation(
    string Id,
    string Lender,
    string Receiver,
    Role Role,
    string Office,
    DateOnly From,
    DateOnly To,
    string Reason,
    DateTimeOffset MadeAt,
    DateTimeOffset? RevokedAt = null,
    string? RevokedBy = null,
    SigningForm? Signing = null)
{
    public bool Holds(DateOnly day) => RevokedAt is null && From <= day && day <= To;
}

/// <summary>One line of a person's record: who changed what, and when.</summary>
/// <param name="By">The staff id of who did it.</param>
/// <param name="What">Such as <c>staff-written</c> or <c>delegation-made</c>.</param>
/// <param name="Detail">The appointments or the delegation as they were afterwards, as JSON.</param>
public sealed record StaffChange(DateTimeOffset At, string By, string What, string Detail);
