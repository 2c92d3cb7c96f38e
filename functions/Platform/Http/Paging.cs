using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PublicAdmin.Platform.Http;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Limit">1 to 100 rows.</param>
/// <param name="After">The key behind which the page begins; null for the first.</param>
public sealed record PageAsked(int Limit, string? After)
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;

    private static readonly Text Cursor = new("giá trị «next» của trang trước", "the 'next' of the page before");

    /// <summary>Query parameters <c>limit</c> and <c>after</c>, a cursor of <see cref="CursorOf"/>.</summary>
    public static Result<PageAsked> Of(HttpRequest request)
    {
        var broken = request.Read("limit", MaxLimit, out var limit);
        var cursor = request.Query["after"].ToString();
        if (broken is not null)
        {
            return broken;
        }

        return cursor.Length is 0 ? new PageAsked(limit ?? DefaultLimit, null)
            : cursor.Length <= 1_500 && Base64Url.IsValid(cursor)
                ? new PageAsked(limit ?? DefaultLimit, null).Behind(cursor)
            : HttpRefusals.QueryInvalid.At("after", "after", Cursor);
    }

    /// <summary>The page behind a cursor.</summary>
    public PageAsked Behind(string cursor) => this with { After = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) };

    /// <summary>The cursor that continues behind a key; opaque to callers.</summary>
    public static string CursorOf(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));
}

/// <summary>One page of a list.</summary>
/// <param name="Next">Send it back as <c>after</c>; null on the last page.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? Next);
