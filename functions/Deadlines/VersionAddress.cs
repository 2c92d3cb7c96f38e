using Microsoft.AspNetCore.Http;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Deadlines;

/// <summary>The answer of an address such as <c>office-hours/H18.61/versions/2026-12-01</c>, with its ETag.</summary>
internal static class VersionAddress
{
    /// <summary>201 for a version that was not there before.</summary>
    public static IResult Written<T>(HttpRequest request, StoredVersion<T> stored) =>
        Answer(request, stored, request.IfMatch() is null ? StatusCodes.Status201Created : StatusCodes.Status200OK);

    public static IResult Answer<T>(HttpRequest request, StoredVersion<T> stored, int status)
    {
        request.HttpContext.Response.Tag(stored.Tag);
        return TypedResults.Json(stored.Value, OfficeJson.Options, statusCode: status);
    }
}
