using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Submission;

/// <summary>
/// Who may file what: a citizen online for oneself or as a proxy, an organisation's account for the organisation, the portal online for an identified citizen,
/// a clerk at the own
/// desk over the counter, by post or assisted.
/// </summary>
public static class FilerRules
{
    public static Refusal? FirstBroken(FilingForm form, Caller caller) => caller.Kind switch
    {
        CallerKind.Citizen or CallerKind.System when form.Channel is not Channel.Online => SubmissionRefusals.ChannelNotYours.At("channel"),
        CallerKind.Citizen when caller.Organisation is { } code => form.Applicant is { Kind: ApplicantKind.Organisation }
            && form.Applicant.PersonalNumber == code
            ? null
            : SubmissionRefusals.NotYourOrganisation.At("applicant.personalNumber", code),
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

    /// <summary>Who signed in for the organisation; null for a person's own account.</summary>
    public static Representative? RepresentativeOf(Caller caller) =>
        caller is { Organisation: not null, PersonalNumber: { } number } ? new(caller.Name, number) : null;

    public static string? OfficeOf(FilingForm form, Caller caller) => caller.Kind is CallerKind.Staff ? form.Receipt : null;
}
