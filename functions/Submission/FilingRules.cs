using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Submission;

/// <summary>What a filing must look like before anything is looked up.</summary>
public static partial class FilingRules
{
    public const int MaxPapers = 60;
    public const int MaxForm = 30_000;

    public static Refusal? FirstBroken(FilingForm form) => HttpQueries.First(
        PrintableText.Line("applicant.name", form.Applicant.Name, 200),
        Number("applicant.personalNumber", form.Applicant.PersonalNumber, form.Applicant.Kind),
        Phone("applicant.phone", form.Applicant.Phone),
        Email("applicant.email", form.Applicant.Email),
        PrintableText.OptionalLine("applicant.address", form.Applicant.Address, 300),
        form.Proxy is null ? null : ProxyBroken(form.Proxy),
        PrintableText.Length("summary", form.Summary, 1_000),
        FormBroken(form.Form),
        PapersBroken(form.Papers ?? []));

    // What has no more bytes has no more letters either.
    private static Refusal? FormBroken(JsonElement? form) => form is { ValueKind: not JsonValueKind.Undefined } sent
        && JsonMarshal.GetRawUtf8Value(sent) is { Length: > MaxForm } json && Encoding.UTF8.GetCharCount(json) > MaxForm
            ? FieldRefusals.TooLong.At("form", "form", MaxForm)
            : null;

    private static Refusal? ProxyBroken(ProxyForm proxy) => HttpQueries.First(
        PrintableText.Line("proxy.name", proxy.Name, 200), Number("proxy.personalNumber", proxy.PersonalNumber, ApplicantKind.Person),
        PrintableText.Line("proxy.authority", proxy.Authority, 300));

    private static Refusal? Number(string field, string value, ApplicantKind kind) =>
        (kind is ApplicantKind.Person ? Person() : Organisation()).IsMatch(value) ? null : SubmissionRefusals.PersonalNumberInvalid.At(field);

    private static Refusal? Phone(string field, string? value) =>
        value is null || PhonePattern().IsMatch(value) ? null : SubmissionRefusals.PhoneInvalid.At(field);

    private static Refusal? Email(string field, string? value) =>
        value is null || Fields.IsEmail(value) ? null : SubmissionRefusals.EmailInvalid.At(field);

    public static Refusal? PapersBroken(IReadOnlyList<PaperForm> papers)
    {
        if (papers.Count > MaxPapers)
        {
            return SubmissionRefusals.TooManyPapers.At("papers", MaxPapers);
        }

        var sourceless = papers.ToList().FindIndex(paper => paper.Upload is null == paper.WalletItem is null);
        return sourceless < 0 ? null : SubmissionRefusals.PaperWithoutSource.At($"papers[{sourceless}]");
    }

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex Person();

    [GeneratedRegex(@"^([0-9]{10}|[0-9]{13})\z")]
    private static partial Regex Organisation();

    [GeneratedRegex(@"^\+?[0-9]{9,15}\z")]
    private static partial Regex PhonePattern();
}
