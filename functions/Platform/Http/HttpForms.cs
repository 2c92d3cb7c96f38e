using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Platform.Http;

/// <summary>Reads what a page's form, or an issuer, sent as <c>application/x-www-form-urlencoded</c>.</summary>
public static class HttpForms
{
    /// <param name="request">What was sent.</param>
    /// <param name="longest">The most it may be, in bytes.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>A form without fields for whatever is no such form, too long, or of unknown length.</returns>
    public static async Task<IFormCollection> ReadFormAsync(this HttpRequest request, long longest, CancellationToken ct)
    {
        if (request is not { HasFormContentType: true, ContentLength: { } length } || length > longest)
        {
            return FormCollection.Empty;
        }

        try
        {
            return await request.ReadFormAsync(ct);
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty; // Too many fields, no boundary, a boundary without an end.
        }
        catch (IOException)
        {
            return FormCollection.Empty; // A part that ends before it should.
        }
    }
}
