using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Submission;

/// <summary>
/// Who may file what: a citizen online for oneself or as a proxy, the portal online for an identified citizen, a clerk at the own
/// desk over the counter, by post or assisted.
/// </summary>
public static class FilerRules
{
    public static Refusal? FirstBroken(FilingForm form, Caller caller) => caller.Kind switch
    {
        CallerKind.Citizen or CallerKind.System when form.Channel is not Channel.Online => SubmissionRefusals.ChannelNotYours.At("channel"),
        CallerKind.Citizen => (form.Proxy?.PersonalNumber ?? form.Applicant.PersonalNumber) == caller.PersonalNumber
            ? null
            : SubmissionRefusals.NotYourself.At("applicant.personalNumber"),
        CallerKind.System => null,
        CallerKind.Staff when form.Channel is Channel.Online => SubmissionRefusals.ChannelNotYours.At("channel"),
        _ => caller.Has(Role.Clerk, form.Receipt) ? null : SubmissionRefusals.NotYourOffice.At("receipt", form.Receipt),
    };

    public static string RoleOf(Caller caller) => (caller.Kind switch
    {
        CallerKind.Staff => Role.Clerk,
        CallerKind.System => Role.System,
        _ => Role.Citizen,
    }).ToString();

    public static string? OfficeOf(FilingForm form, Caller caller) => caller.Kind is CallerKind.Staff ? form.Receipt : null;
}
