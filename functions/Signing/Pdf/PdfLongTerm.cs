using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;
using PublicAdmin.Pdf.Writing;
using PublicAdmin.Platform;

namespace PublicAdmin.Signing.Pdf;

/// <summary>What proves a signature once its certificates have expired, in DER.</summary>
/// <param name="Certificates">The chains of signers and timestamps.</param>
/// <param name="Crls">Revocation lists (RFC 5280 section 5).</param>
/// <param name="Ocsps">OCSP responses (RFC 6960).</param>
public sealed record LongTermMaterial(IReadOnlyList<byte[]> Certificates, IReadOnlyList<byte[]> Crls, IReadOnlyList<byte[]> Ocsps);

/// <summary>Adds validation material to a signed file as its Document Security Store: PAdES B-LT (ETSI EN 319 142-1 section 5.4.2).</summary>
public static class PdfLongTerm
{
    public static Result<byte[]> Append(ReadOnlyMemory<byte> pdf, LongTermMaterial material)
    {
        try
        {
            var file = new PdfFile(pdf);
            return file.IsEncrypted ? SigningRefusals.PdfEncrypted : Append(file, material);
        }
        catch (BrokenPdfException e)
        {
            return SigningRefusals.PdfBroken.With().Knowing("reason", e.Message);
        }
    }

    private static byte[] Append(PdfFile file, LongTermMaterial material)
    {
        var update = new PdfUpdate(file);
        var before = file.Dictionary(file.Catalog["DSS"]);
        var entries = new Dictionary<string, PdfValue> { ["Type"] = new PdfToken("/DSS") };
        foreach (var (name, items) in new[] { ("Certs", material.Certificates), ("CRLs", material.Crls), ("OCSPs", material.Ocsps) })
        {
            List<PdfValue> all = [.. file.Items(before?[name]), .. items.Select(item => new PdfReference(update.Objects.AddPacked("", item), 0))];
            if (all.Count > 0)
            {
                entries[name] = new PdfArray(all);
            }
        }

        var store = update.Objects.Add(new PdfDictionary(entries).Written);
        update.Replace(
            file.Trailer["Root"] as PdfReference ?? throw new BrokenPdfException("The file has no catalog."),
            file.Catalog.With("DSS", new PdfReference(store, 0)));
        return update.Write().File;
    }
}
