using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Offices;

/// <summary>What may be lent (ủy quyền): one's own duty, to a colleague, for days on which one holds it.</summary>
internal static class DelegationRules
{
    public const int MostMonths = 12;

    /// <param name="form">What the lender asks for.</param>
    /// <param name="lender">The lender's entry; null for none.</param>
    /// <param name="receiver">The receiver's entry; null for none.</param>
    /// <param name="today">Where the office is.</param>
    public static Refusal? FirstBroken(DelegationForm form, StaffMember? lender, StaffMember? receiver, DateOnly today) =>
        form.Role is Role.Anyone or Role.Citizen or Role.Administrator or Role.System || !Enum.IsDefined(form.Role)
            ? DelegationRefusals.RoleNotLent.At("role", form.Role.Name())
        : form.From < today || form.To < form.From || form.To >= form.From.AddMonths(MostMonths) ? DelegationRefusals.DatesInvalid.At("from", MostMonths)
        : form.Reason.Trim().Length is 0 or > 500 ? DelegationRefusals.ReasonMissing.At("reason")
        : lender is null || !HoldsThroughout(lender, form) ? DelegationRefusals.NotYours.At("role")
        : form.Receiver == lender.Id ? DelegationRefusals.ToYourself.At("receiver")
        : receiver is null || receiver.Duties.Any(duty => duty.Role is Role.System) ? DelegationRefusals.ReceiverUnknown.At("receiver", form.Receiver)
        : BrokenSigning(form, receiver);

    // Who receives authority to sign signs under a position of their own, and the paper says in which way (Decree 30/2020, Article 13).
    private static Refusal? BrokenSigning(DelegationForm form, StaffMember receiver) =>
        form.Role is not Role.Leader ? form.Signing is null ? null : DelegationRefusals.SigningUnfit.At("signing")
        : receiver.Position is not { MaySign: true } position ? DelegationRefusals.PositionCannotSign.At("receiver", receiver.Position?.Title ?? receiver.Name)
        : form.Signing is { } way && position.Fits(way) ? null
        : DelegationRefusals.SigningUnfit.At("signing");

    private static bool HoldsThroughout(StaffMember lender, DelegationForm form) =>
        lender.Duties.Any(duty => duty.Covers(form.Role, form.Office) && duty.Holds(form.From) && duty.Holds(form.To));
}

/// <summary>What a lender asks for.</summary>
/// <param name="Receiver">The colleague's staff id.</param>
/// <param name="Office">The office's code, or * where the lender's own duty is for the whole province.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Signing">How the receiver will sign, for the role that signs: KT., TL., TUQ. or Q.; null for other roles.</param>
public sealed record DelegationForm(string Receiver, Role Role, string Office, DateOnly From, DateOnly To, string Reason, SigningForm? Signing = null);
