using PublicAdmin.Documents.Reading;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Results;

namespace PublicAdmin.Portal.Outbound;

/// <summary>The files of a dossier in the words of the national contract, each with a link of its own: papers, and the result once it was returned.</summary>
public sealed class PortalFiles(DossierStore dossiers, DossierPapers papers, Downloads downloads, PortalLinks links)
{
    private const string ResultFile = "result";

    /// <summary>Fills TaiLieuNop and DanhSachGiayToKetQua of a DongBoHoSoMC.</summary>
    /// <returns>How many files stand in it.</returns>
    public async Task<int> AddAsync(Dictionary<string, object> message, Dossier dossier, CancellationToken ct)
    {
        var given = (await dossiers.PapersAsync(dossier.Code, ct)).Where(paper => paper.Sha256 is not null).Select(paper => PaperOf(dossier, paper)).ToList();
        message["TaiLieuNop"] = given;
        message["DanhSachGiayToKetQua"] = HasResult(dossier) ? [ResultOf(dossier)] : Array.Empty<object>();
        return given.Count + (HasResult(dossier) ? 1 : 0);
    }

    /// <summary>What the portal ought to list of a dossier.</summary>
    public async Task<IReadOnlyList<ToldFile>> ListAsync(Dossier dossier, CancellationToken ct) =>
    [
        .. (await dossiers.PapersAsync(dossier.Code, ct)).Where(paper => paper.Sha256 is not null)
            .Select(paper => new ToldFile(IdOf(dossier, paper.Id), paper.Name, paper.Sha256)),
        .. HasResult(dossier) ? [new ToldFile(IdOf(dossier, ResultFile), NameOfResult(dossier))] : Array.Empty<ToldFile>(),
    ];

    /// <summary>How many papers and results it may be told of; none is sure.</summary>
    public static int MostOf(Dossier dossier) => dossier.PaperCount + (HasResult(dossier) ? 1 : 0);

    /// <summary>The file a link is for.</summary>
    public async Task<Result<StoredFile>> FindAsync(Dossier dossier, string file, Caller portal, CancellationToken ct)
    {
        if (file != ResultFile)
        {
            return (await papers.OpenAsync(dossier, file, portal, ct)).Try(out var paper, out var refusal) ? paper.File : refusal;
        }

        return HasResult(dossier) && await downloads.FindAsync(SignedResults.IssuedOf(dossier), $"{dossier.Code}.pdf", ct) is { } result
            ? result : PortalLinkRefusals.Gone.With();
    }

    // What another paper has taken the place of, or holds no longer, is told by nobody as the result.
    private static bool HasResult(Dossier dossier) => dossier is { Phase: Phase.Returned, Result.Elsewhere: null, Revocation: null };

    // Nothing of ours comes from the national store of papers, and we say so.
    private Dictionary<string, string> PaperOf(Dossier dossier, Paper paper)
    {
        var digitised = PaperRules.DigitizationCode(paper);
        return new()
        {
            ["TepDinhKemId"] = IdOf(dossier, paper.Id),
            ["TenTepDinhKem"] = paper.Name,
            ["IsDeleted"] = "False",
            ["MaThanhPhanHoSo"] = paper.Component,
            ["DuongDanTaiTepTin"] = links.Make(dossier.Code, paper.Id).ToString(),
            ["DuocSoHoa"] = digitised is 1 ? "1" : "0",
            ["DuocTaiSuDung"] = digitised switch { 2 => "1", 3 => "2", _ => "0" },
            ["DuocLayTuKhoDMQG"] = "0",
            ["MaKetQuaThayThe"] = digitised is 3 ? PaperRules.WalletIdOf(paper)! : "",
        };
    }

    private Dictionary<string, string> ResultOf(Dossier dossier) => new()
    {
        ["TenGiayTo"] = NameOfResult(dossier),
        ["MaThanhPhanHoSo"] = "",
        ["GiayToId"] = IdOf(dossier, ResultFile),
        ["DuongDanTepTinKetQua"] = links.Make(dossier.Code, ResultFile).ToString(),
        ["MaGiayToKetQua"] = dossier.Result!.Number,
    };

    private static string IdOf(Dossier dossier, string file) => $"{dossier.Code}.{file}";

    private static string NameOfResult(Dossier dossier) => $"Kết quả {dossier.Result!.Number}";
}
