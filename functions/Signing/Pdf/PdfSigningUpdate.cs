using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;
using PublicAdmin.Pdf.Writing;

namespace PublicAdmin.Signing.Pdf;

/// <summary>The objects one signature adds and changes.</summary>
internal sealed class PdfSigningUpdate(PdfFile file, SignatureRequest request)
{
    private readonly PdfUpdate _update = new(file);

    public PreparedSignature Write()
    {
        var signature = _update.Objects.Reserve();
        var form = new FormFields(file, _update);
        form.Fill(request.Fill);
        if (form.FindEmptySignature(request.Field) is { } field)
        {
            form.Sign(field, signature, request.Look);
        }
        else
        {
            AddField(form, signature);
        }

        form.Write();
        _update.Objects.Set(signature, Dictionary());
        var (bytes, offsets) = _update.Write();
        return new PreparedSignature(bytes, (int)offsets[signature], request.Room);
    }

    private void AddField(FormFields form, int signature)
    {
        var page = file.Pages[Math.Min(request.Spot.Page, file.Pages.Count - 1)];
        var corner = PageCorner.Of(file, page, request.Spot);
        var look = request.Look is null || request.Spot.Width == 0
            ? ""
            : $"/AP<</N {PdfSyntax.Reference(LookWriter.Write(_update.Objects, request.Look, request.Spot.Width, request.Spot.Height, corner.Turn))}>>";
        var widget = _update.Objects.Add(
            $"<</Type/Annot/Subtype/Widget/FT/Sig/T{PdfSyntax.TextString(form.NewName(request.Field))}/F 132/Rect[{corner.Box}]"
            + $"/P {page.Reference!.Written}/V {PdfSyntax.Reference(signature)}{look}>>");
        form.Add(widget);
        Annotate(page, widget);
    }

    private void Annotate(PageNode page, int widget)
    {
        var annotations = new PdfArray([.. file.Items(page.Dictionary["Annots"]), new PdfReference(widget, 0)]);
        if (page.Dictionary["Annots"] is PdfReference apart)
        {
            _update.Replace(apart, annotations);
        }
        else
        {
            _update.Replace(page.Reference!, page.Dictionary.With("Annots", annotations));
        }
    }

    // No signing-time attribute in PAdES: the time claimed stands in /M, the time proven in a timestamp.
    private string Dictionary() =>
        $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M{PdfSyntax.Date(request.At)}/Name{PdfSyntax.TextString(request.Signer)}"
        + $"/Reason{PdfSyntax.TextString(request.Reason)}{PreparedSignature.RangeHole}/Contents<{new string('0', 2 * request.Room)}>>>";
}
