using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PublicAdmin.Signing.Pdf;

/// <summary>
/// A file with its signature field filled and a hole where the CMS belongs (ISO 32000-1 section 12.8.3.3). All bytes around the hole are fixed:
/// their hash is what gets signed.
/// </summary>
public sealed class PreparedSignature
{
    internal const string RangeHole = "/ByteRange[0 0000000000 0000000000 0000000000]";

    private readonly byte[] _file;
    private readonly int _from;
    private readonly int _to;

    /// <param name="file">With <see cref="RangeHole"/> and a hexadecimal string of zeros within the signature's dictionary.</param>
    /// <param name="dictionary">Where the dictionary begins.</param>
    /// <param name="reserved">Bytes the hole takes when decoded.</param>
    internal PreparedSignature(byte[] file, int dictionary, int reserved)
    {
        _file = file;
        var range = dictionary + file.AsSpan(dictionary).IndexOf("/ByteRange["u8);
        _from = dictionary + file.AsSpan(dictionary).IndexOf("/Contents<"u8) + "/Contents".Length;
        _to = _from + (2 * reserved) + 2;
        var ranges = string.Create(CultureInfo.InvariantCulture, $"/ByteRange[0 {_from} {_to} {file.Length - _to}");
        Encoding.ASCII.GetBytes(ranges.PadRight(RangeHole.Length - 1) + "]", file.AsSpan(range));
    }

    /// <summary>SHA-256 of all bytes but the hole.</summary>
    public byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_file, 0, _from);
        hash.AppendData(_file, _to, _file.Length - _to);
        return hash.GetHashAndReset();
    }

    /// <summary>The signed file. It is this very file: a signature is sealed in once.</summary>
    public byte[] Seal(ReadOnlySpan<byte> cms)
    {
        if ((2 * cms.Length) + 2 > _to - _from)
        {
            throw new InvalidOperationException($"The CMS takes {cms.Length} bytes, more than were kept free.");
        }

        Encoding.ASCII.GetBytes(Convert.ToHexString(cms), _file.AsSpan(_from + 1));
        return _file;
    }
}
