using System.Net;
using PublicAdmin.Archive;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Submission;
using PublicAdmin.Tests.Audit;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Archive;

/// <summary>What goes to the archive is whole and proves itself to whoever has nothing of ours.</summary>
public sealed class PackageTests
{
    private const string Registrar = "registrar-muong-ang";

    [FactNeeding("unzip")]
    public async Task A_package_verifies_with_programs_nobody_here_wrote()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var (code, scan) = await EndedAsync(office);
        await office.SealUpToAsync("2026-11-21T18:10Z");

        var made = await PrepareAsync(office, code);
        using var bag = new UnpackedBag(await office.As(Registrar).GetByteArrayAsync($"/api/dossiers/{code}/archive-package"));

        Assert.Equal(0, bag.CheckHashes().ExitCode);
        Assert.Equal(0, bag.CheckSeal().ExitCode);
        Assert.Contains("Ủy ban nhân dân", bag.Signer, StringComparison.OrdinalIgnoreCase);
        var key = (await office.ManifestAsync(new DateOnly(2026, 11, 20))).Key.Pem;
        Assert.Equal((0, "Verified OK\n"), (bag.CheckHistory(key, code.ToString()) is var seal ? seal.ExitCode : 1, seal.Output));
        Assert.Equal(made.Package!.Files, bag.Files.Count(file => file.StartsWith("data/", StringComparison.Ordinal)));
        Assert.Equal(scan, await File.ReadAllBytesAsync(bag["data/documents/papers/01-chung-sinh.pdf"]));
        string[] expected =
        [
            "bagit.txt", "bag-info.txt", "README.txt", "data/metadata.xml", "data/documents/form.json", "data/documents/forms/01.pdf",
            "data/documents/forms/06.pdf", "data/documents/result.pdf", "data/history.jsonl", "data/signatures/result.pdf.json",
        ];
        Assert.Empty(expected.Except(bag.Files));
        var metadata = bag.Json("data/metadata.json");
        Assert.Equal((code.ToString(), "Vĩnh viễn"), (metadata.GetProperty("maHoSo").GetString(), metadata.GetProperty("thoiHanLuuTru").GetString()));
        Assert.Equal(metadata.GetProperty("tongSoTaiLieu").GetInt32(), metadata.GetProperty("taiLieu").GetArrayLength());
    }

    [FactNeeding("unzip")]
    public async Task A_picture_goes_as_it_was_handed_in_and_bound_as_PDF_A_and_a_PDF_as_it_is_named_for_what_it_is()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var (picture, (birth, _)) = (await office.CopiedAsync(Filings.CertifiedCopy(office.OfficeOf("clerk-dien-bien-phu"))), await EndedAsync(office));
        await office.SealUpToAsync("2026-11-21T18:10Z");

        using var copied = await office.PackedAsync("registrar-dien-bien-phu", picture);
        using var born = await office.PackedAsync(Registrar, birth);

        var paper = copied.Document("data/documents/papers/01-ban-chinh.png");
        var bound = await File.ReadAllTextAsync(copied[paper.GetProperty("banLuuTru").GetString()!]);
        Assert.Equal("pictureWithCopy", paper.GetProperty("baoQuan").GetString());
        Assert.Equal(SampleScans.Png(), await File.ReadAllBytesAsync(copied["data/documents/papers/01-ban-chinh.png"]));
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", bound, StringComparison.Ordinal);
        Assert.Equal(0, copied.CheckHashes().ExitCode);
        Assert.Equal(
            ("otherPdf", "pdfA", "text"),
            (born.LastingOf("data/documents/papers/01-chung-sinh.pdf"), born.LastingOf("data/documents/result.pdf"),
                born.LastingOf("data/documents/form.json")));
    }

    [FactNeeding("unzip")]
    public async Task One_byte_changed_anywhere_is_seen()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var (code, _) = await EndedAsync(office);
        await office.SealUpToAsync("2026-11-21T18:10Z");
        await PrepareAsync(office, code);
        var zip = await office.As(Registrar).GetByteArrayAsync($"/api/dossiers/{code}/archive-package");

        foreach (var file in new[] { "data/history.jsonl", "data/documents/result.pdf", "data/metadata.json", "bag-info.txt" })
        {
            using var bag = new UnpackedBag(zip);
            var bytes = await File.ReadAllBytesAsync(bag[file]);
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(bag[file], bytes);
            Assert.NotEqual(0, bag.CheckHashes().ExitCode);
        }

        using var listed = new UnpackedBag(zip);
        await File.AppendAllTextAsync(listed["tagmanifest-sha256.txt"], " ");
        Assert.NotEqual(0, listed.CheckSeal().ExitCode);
    }

    [Fact]
    public async Task What_is_not_sealed_yet_or_was_changed_behind_the_seal_is_not_packed()
    {
        await using var office = await Office.OpenAsync("2026-11-20T02:00Z");
        var (code, _) = await EndedAsync(office);
        var early = await office.As(Registrar).PostAsync($"/api/dossiers/{code}/archive-package", null);
        Assert.Equal("archive-not-sealed-yet", await early.RefusalAsync());
        await office.SealUpToAsync("2026-11-21T18:10Z");
        var table = office.The<ITables>()[Tables.Dossiers];
        var first = (await table.FindAsync(code.ToString(), "e000001", default))!;
        var forged = first.Values.ToDictionary(value => value.Key, value => (object?)(byte[])[.. ((byte[])value.Value!)[..^1], 0]);
        await table.WriteAsync([RowChange.Upsert(first with { Values = forged })], default);

        var refused = await office.As(Registrar).PostAsync($"/api/dossiers/{code}/archive-package", null);

        Assert.Equal("archive-history-differs", await refused.RefusalAsync());
    }

    internal static async Task<ArchiveView> PrepareAsync(Office office, DossierCode code) => await Counter.ReadAsync<ArchiveView>(
        await office.As(Registrar).PostAsync($"/api/dossiers/{code}/archive-package", null), HttpStatusCode.OK);

    /// <summary>A birth registered and handed over.</summary>
    internal static async Task<(DossierCode Code, byte[] Scan)> EndedAsync(Office office)
    {
        var scan = SampleScans.Pdf();
        var mai = office.As("mai");
        var upload = await mai.SendFileAsync(scan);
        var filed = await mai.FileAsync(Filings.Birth(office.OfficeOf("clerk-muong-ang"), new PaperForm("chung-sinh", upload)));
        await office.DeliverMessagesAsync();
        await office.As("clerk-muong-ang").ActAsync(filed.Code, "acceptance");
        await office.DeliverMessagesAsync();
        await office.ProcessToTheEndAsync("muong-ang", filed.Code, "12");
        await office.DeliverMessagesAsync();
        return (filed.Code, scan);
    }
}
