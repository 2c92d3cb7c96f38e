using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Eforms;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;
using PublicAdmin.Submission;

namespace PublicAdmin.Portal.Inbound;

/// <summary>
/// POST /api/portal/filings: the National Portal hands in what a citizen filed there. The request is signed; its files are fetched afterwards, and what
/// is wrong with them is told back as status 5.
/// </summary>
public sealed class FileFromPortal(PortalSignatures signatures, PortalIntake intake)
{
    [Function(nameof(FileFromPortal)), AllowedTo(Role.Anyone), Accepts(typeof(PortalFilingForm))]
    [Answers(201, typeof(FilingReceipt)), Refuses(typeof(InboundRefusals)), Refuses(typeof(SubmissionRefusals)), Refuses(typeof(ConsentRefusals))]
    [Refuses(typeof(FieldRefusals)), Refuses(typeof(HttpRefusals)), Refuses(typeof(PaperRefusals)), Refuses(typeof(UploadRefusals))]
    [Refuses(typeof(ProcedureRefusals), nameof(ProcedureRefusals.ComponentUnknown)), Refuses(typeof(DossierRefusals), nameof(DossierRefusals.Erased))]
    [Refuses(typeof(FeeRefusals), nameof(FeeRefusals.MoreThanOwed), nameof(FeeRefusals.ReceiptTaken))]
    [Refuses(typeof(EformRefusals), nameof(EformRefusals.CaseUnknown), nameof(EformRefusals.ResultUnproven))]
    [Refuses(typeof(KnownRefusals), nameof(KnownRefusals.ResultUnusable))]
    [Reads(PortalSignatures.KeyHeader, "Which key signed.", Header = true, Required = true)]
    [Reads(PortalSignatures.TimeHeader, "Unix seconds, at most five minutes from now.", Header = true, Required = true)]
    [Reads(PortalSignatures.NonceHeader, "16 to 64 characters, each used once.", Header = true, Required = true)]
    [Reads("Content-Digest", "sha-256 of the body (RFC 9530).", Header = true, Required = true)]
    [Reads(PortalSignatures.SignatureHeader, "Hex HMAC-SHA256 over method, path, key, time, nonce and digest, one a line.", Header = true, Required = true)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/portal/filings")] HttpRequest request, CancellationToken ct)
    {
        var filed = await FileAsync(request, ct);
        return filed.Try(out var receipt, out var refusal)
            ? TypedResults.Json(receipt, OfficeJson.Options, statusCode: StatusCodes.Status201Created)
            : refusal.ToProblem();
    }

    private async Task<Result<FilingReceipt>> FileAsync(HttpRequest request, CancellationToken ct)
    {
        if (!(await request.ReadBytesAsync(AcceptsAttribute.DefaultMaxBytes, ct)).Try(out var body, out var refusal)
            || !(await signatures.VerifyAsync(request, body, ct)).Try(out var portal, out refusal))
        {
            return refusal;
        }

        request.Body = new MemoryStream(body);
        return (await request.ReadAsync<PortalFilingForm>(ct)).Try(out var form, out refusal) ? await intake.FileAsync(form, portal, ct) : refusal;
    }
}
