using System.Buffers;
using System.Formats.Asn1;
using System.Security.Cryptography;
using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification;

/// <summary>The bytes a signature says it covers, and the CMS in the hole between them.</summary>
internal sealed record SignedBytes(ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> Behind, byte[] Cms)
{
    private static readonly SearchValues<byte> UpperCase = SearchValues.Create("0123456789ABCDEF"u8);
    private static readonly SearchValues<byte> LowerCase = SearchValues.Create("0123456789abcdef"u8);

    /// <returns>Null when the ranges are not exactly the file but this signature's own contents, or the padding hides something.</returns>
    public static SignedBytes? Read(PdfFile file, SignatureField field)
    {
        var bytes = file.Bytes.Span;
        var range = field.Range;
        if (range.Count != 4 || range[0] != 0 || range[1] <= 0 || range[2] <= range[1] || field.End == 0 || field.End > bytes.Length
            || file.Resolve(field.Signature!["Contents"]) is not PdfToken contents || !LiesBefore(file, field))
        {
            return null;
        }

        // Compared and unpacked where they lie: a signature may be most of a large file.
        var hole = bytes[range[1]..range[2]];
        return hole is [(byte)'<', .. var digits, (byte)'>'] && contents.Is(hole) && Unpad(digits) is { } cms
            ? new SignedBytes(file.Bytes[..range[1]], file.Bytes[range[2]..field.End], cms) : null;
    }

    /// <summary>The hash of what is covered, which is never copied: it may be most of a large file, once for each of many signatures.</summary>
    public byte[] Hash(HashAlgorithmName algorithm)
    {
        using var hash = IncrementalHash.CreateHash(algorithm);
        hash.AppendData(Before.Span);
        hash.AppendData(Behind.Span);
        return hash.GetHashAndReset();
    }

    // The signature's own dictionary must lie in what it covers, its hole directly within it.
    private static bool LiesBefore(PdfFile file, SignatureField field) =>
        field.Reference is not { } reference || file.PlaceOf(reference.Number) is not { Stream: null } place || place.At < field.Range[1];

    private static byte[]? Unpad(ReadOnlySpan<byte> digits)
    {
        // Letters of one case only: else a flipped bit could turn "A" into "a" unseen.
        if (digits.Length % 2 != 0 || (digits.ContainsAnyExcept(UpperCase) && digits.ContainsAnyExcept(LowerCase)))
        {
            return null;
        }

        var padded = Convert.FromHexString(digits);
        try
        {
            return AsnDecoder.TryReadEncodedValue(padded, AsnEncodingRules.BER, out _, out _, out _, out var used)
                && !padded.AsSpan(used).ContainsAnyExcept((byte)0)
                ? padded[..used]
                : null;
        }
        catch (AsnContentException)
        {
            return null; // It says to be longer than anything could be.
        }
    }
}
