using System.Buffers;
using System.Text;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Embedded.Rows;

/// <summary>A row's values as few bytes: per value the number of its column, its kind, and the value with varying length.</summary>
internal sealed class RowCodec(ColumnNames names)
{
    // Shorter texts are not worth their head.
    public const int LongText = 32;

    private enum Kind : byte { Text, Number, False, True, Milliseconds, Ticks, Bytes, Packed }

    public byte[] Encode(IReadOnlyDictionary<string, object?> values)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        foreach (var (name, value) in values)
        {
            if (value is not null)
            {
                WriteNumber(bytes, (ulong)names[name]);
                Write(bytes, value);
            }
        }

        return bytes.WrittenSpan.ToArray();
    }

    public Dictionary<string, object?> Decode(ReadOnlySpan<byte> bytes)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (!bytes.IsEmpty)
        {
            var name = names[(int)Varint.Read(ref bytes)];
            values[name] = Read(ref bytes);
        }

        return values;
    }

    private static void Write(ArrayBufferWriter<byte> bytes, object value)
    {
        switch (value)
        {
            case string text:
                WriteText(bytes, text);
                break;
            case long number:
                WriteNumber(bytes, Kind.Number, (ulong)((number << 1) ^ (number >> 63))); // Zigzag: small negative numbers stay short.
                break;
            case bool flag:
                bytes.Write([(byte)(flag ? Kind.True : Kind.False)]);
                break;
            case DateTimeOffset instant when instant.UtcTicks % TimeSpan.TicksPerMillisecond == 0:
                WriteNumber(bytes, Kind.Milliseconds, (ulong)(instant.UtcTicks / TimeSpan.TicksPerMillisecond));
                break;
            case DateTimeOffset instant:
                WriteNumber(bytes, Kind.Ticks, (ulong)instant.UtcTicks);
                break;
            case byte[] blob:
                WriteNumber(bytes, Kind.Bytes, (ulong)blob.Length);
                bytes.Write(blob);
                break;
        }
    }

    private static object Read(ref ReadOnlySpan<byte> bytes)
    {
        var kind = (Kind)bytes[0];
        bytes = bytes[1..];
        return kind switch
        {
            Kind.Text => Encoding.UTF8.GetString(ReadBytes(ref bytes)),
            Kind.Number => Varint.Read(ref bytes) is var number ? (long)(number >> 1) ^ -(long)(number & 1) : 0,
            Kind.False => false,
            Kind.True => true,
            Kind.Milliseconds => new DateTimeOffset((long)Varint.Read(ref bytes) * TimeSpan.TicksPerMillisecond, TimeSpan.Zero),
            Kind.Ticks => new DateTimeOffset((long)Varint.Read(ref bytes), TimeSpan.Zero),
            Kind.Bytes => ReadBytes(ref bytes).ToArray(),
            Kind.Packed => RowTexts.Unpack(ReadBytes(ref bytes)),
            _ => throw new InvalidDataException($"A row holds a value of kind {kind}."),
        };
    }

    private static void WriteText(ArrayBufferWriter<byte> bytes, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (length >= LongText && RowTexts.Pack(Encoding.UTF8.GetBytes(text)) is var packed && packed.Length < length)
        {
            WriteNumber(bytes, Kind.Packed, (ulong)packed.Length);
            bytes.Write(packed);
            return;
        }

        WriteNumber(bytes, Kind.Text, (ulong)length);
        Encoding.UTF8.GetBytes(text, bytes.GetSpan(length));
        bytes.Advance(length);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> bytes, Kind kind, ulong number)
    {
        bytes.Write([(byte)kind]);
        WriteNumber(bytes, number);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> bytes, ulong number) => bytes.Advance(Varint.Write(bytes.GetSpan(Varint.Most), number));

    private static ReadOnlySpan<byte> ReadBytes(ref ReadOnlySpan<byte> bytes)
    {
        var length = (int)Varint.Read(ref bytes);
        var read = bytes[..length];
        bytes = bytes[length..];
        return read;
    }
}
