using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PublicAdmin.Platform.Storage;

/// <summary>Which bytes of a file are asked for (RFC 9110 section 14): one range, or all.</summary>
/// <param name="Partial">False for the whole file.</param>
/// <param name="Satisfiable">False when the range lies behind the end.</param>
internal readonly record struct ByteRange(long From, long Length, bool Partial, bool Satisfiable = true)
{
    /// <summary>What cannot be read, names several ranges, or was asked of another version (If-Range) is answered with the whole.</summary>
    public static ByteRange Of(HttpRequest request, long size, EntityTagHeaderValue tag)
    {
        var headers = request.GetTypedHeaders();
        var sameVersion = headers.IfRange is not { } condition || (condition.EntityTag?.Compare(tag, useStrongComparison: true) ?? false);
        return sameVersion && headers.Range is { Unit.Value: "bytes", Ranges: { Count: 1 } ranges }
            ? Within(ranges.First(), size) : new(0, size, Partial: false);
    }

    private static ByteRange Within(RangeItemHeaderValue range, long size)
    {
        var from = range.From ?? Math.Max(0, size - range.To!.Value);
        var to = range.From is null ? size - 1 : Math.Min(range.To ?? (size - 1), size - 1);
        return new(from, Math.Max(0, to - from + 1), Partial: true, Satisfiable: from < size && to >= from && !(range.From is null && range.To == 0));
    }
}
