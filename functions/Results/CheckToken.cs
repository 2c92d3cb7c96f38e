using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Results;

/// <summary>GET /api/verification/{token}: whether the paper a QR code stands on is ours and still holds. Says nothing about the person.</summary>
public sealed class CheckToken(QrTokens tokens, DossierStore dossiers)
{
    [Function(nameof(CheckToken)), AllowedTo(Role.Anyone), Answers(200, typeof(TokenFindings))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/verification/{token}")] HttpRequest request, string token,
        CancellationToken ct) =>
        TypedResults.Json(await FindAsync(token, ct), OfficeJson.Options);

    private async Task<TokenFindings> FindAsync(string token, CancellationToken ct)
    {
        if (await tokens.ReadAsync(token, ct) is not { } payload || !DossierCode.TryParse(payload.C, out var code)
            || await dossiers.FindAsync(code, ct) is not { Dossier: var dossier })
        {
            return TokenFindings.NotOurs;
        }

        var isResult = payload.H.Length > 0 && dossier.Result?.ProposalHash.StartsWith(payload.H, StringComparison.Ordinal) is true;
        return TokenFindings.Of(dossier, isResult ? PaperState.Issued : payload.H.Length > 0 ? PaperState.NotIssued : PaperState.Dossier);
    }
}

public enum PaperState { NotOurs, Dossier, NotIssued, Issued, Replaced, Revoked }

/// <summary>What a QR code is worth.</summary>
/// <param name="Code">Mã hồ sơ.</param>
/// <param name="Number">Số, ký hiệu of the result.</param>
/// <param name="ReplacedBy">The dossier whose result holds instead.</param>
/// <param name="CentralCode">The code the dossier has on the National Portal.</param>
public sealed record TokenFindings(
    PaperState State, Text Sentence, DossierCode? Code = null, string? Number = null, DateOnly? Date = null, DossierCode? ReplacedBy = null,
    string? CentralCode = null)
{
    public static TokenFindings NotOurs { get; } = new(
        PaperState.NotOurs,
        new("Mã QR này không do hệ thống phát hành. Không sử dụng giấy này.", "This QR code was not issued by the system. Do not use the paper."));

    public static TokenFindings Of(Dossier dossier, PaperState state)
    {
        var findings = new TokenFindings(
            PaperState.Dossier, new($"Giấy của hồ sơ {dossier.Code}, đúng do hệ thống phát hành.", $"A paper of dossier {dossier.Code}, issued by the system."),
            dossier.Code, CentralCode: dossier.Portal.CentralCode);
        if (state is not PaperState.Issued)
        {
            return state is PaperState.NotIssued
                ? findings with
                {
                    State = PaperState.NotIssued,
                    Sentence = new("Giấy này chưa được phát hành nên chưa có giá trị.", "This paper has not been issued and is not valid yet.")
                }
                : findings;
        }

        var issued = findings with { State = PaperState.Issued, Number = dossier.Result!.Number, Date = dossier.Result.Date };
        return dossier.Revocation is { } revoked
            ? issued with
            {
                State = revoked.ReplacedBy is null ? PaperState.Revoked : PaperState.Replaced,
                ReplacedBy = revoked.ReplacedBy,
                Sentence = revoked.Sentence
            }
            : issued with
            {
                Sentence = new(
                    $"Kết quả số {dossier.Result.Number} ngày {dossier.Result.Date:dd/MM/yyyy} do hệ thống phát hành và còn giá trị.",
                    $"Result {dossier.Result.Number} of {dossier.Result.Date:yyyy-MM-dd} was issued by the system and holds."),
            };
    }
}
