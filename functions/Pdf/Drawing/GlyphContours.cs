using System.Globalization;
using System.Text;
using PublicAdmin.Pdf.Content;

namespace PublicAdmin.Pdf.Drawing;

/// <summary>The closed curves of one simple outline (OpenType 1.9, 'glyf'): points on the curve, and those that bend it between them.</summary>
internal static class GlyphContours
{
    private const int OnCurve = 0x01;
    private const int Repeated = 0x08;

    public static void Draw(ByteSource outline, PdfMatrix placed, StringBuilder path)
    {
        var ends = Enumerable.Range(0, outline.S16(0)).Select(n => outline.U16(10 + (2 * n))).ToList();
        if (ends.Count == 0)
        {
            return;
        }

        var at = 10 + (2 * ends.Count);
        at += 2 + outline.U16(at);
        var flags = Flags(outline, ref at, ends[^1] + 1);
        var xs = Places(outline, ref at, flags, 0x02, 0x10);
        var ys = Places(outline, ref at, flags, 0x04, 0x20);
        for (var n = 0; n < ends.Count; n++)
        {
            var first = n == 0 ? 0 : ends[n - 1] + 1;
            var points = Enumerable.Range(first, Math.Max(0, ends[n] - first + 1)).Where(k => k < flags.Length)
                .Select(k => new CurvePoint(placed.Point(xs[k], ys[k]), (flags[k] & OnCurve) != 0)).ToList();
            if (points.Count > 1)
            {
                Draw(points, path);
            }
        }
    }

    private static void Draw(List<CurvePoint> points, StringBuilder path)
    {
        var begin = points.FindIndex(point => point.IsOn);
        var start = begin >= 0 ? points[begin] : points[0].Halfway(points[^1]);
        Write(path, 'M', start);
        for (var n = begin >= 0 ? 1 : 0; n <= points.Count; n++)
        {
            var point = points[(Math.Max(begin, 0) + n) % points.Count];
            if (point.IsOn)
            {
                Write(path, 'L', point);
                continue;
            }

            if (n == points.Count)
            {
                break;
            }

            var next = points[(Math.Max(begin, 0) + n + 1) % points.Count];
            Write(path, 'Q', point);
            Write(path, ' ', next.IsOn ? next : point.Halfway(next));
            n += next.IsOn ? 1 : 0;
        }

        path.Append('Z');
    }

    private static void Write(StringBuilder path, char how, CurvePoint point) =>
        path.Append(how).Append(CultureInfo.InvariantCulture, $"{Math.Round(point.At.X)} {Math.Round(point.At.Y)}");

    private static int[] Flags(ByteSource outline, ref int at, int count)
    {
        var flags = new int[count];
        for (var n = 0; n < count; n++)
        {
            flags[n] = outline.U8(at++);
            for (var again = (flags[n] & Repeated) != 0 ? outline.U8(at++) : 0; again > 0 && n + 1 < count; again--)
            {
                flags[n + 1] = flags[n];
                n++;
            }
        }

        return flags;
    }

    // Each as far from the one before; one byte with its sign among the flags, two bytes, or none for "as before".
    private static int[] Places(ByteSource outline, ref int at, int[] flags, int isShort, int isSame)
    {
        var places = new int[flags.Length];
        for (var (n, last) = (0, 0); n < flags.Length; n++)
        {
            var same = (flags[n] & isSame) != 0;
            if ((flags[n] & isShort) != 0)
            {
                last += same ? outline.U8(at) : -outline.U8(at);
                at++;
            }
            else if (!same)
            {
                last += outline.S16(at);
                at += 2;
            }

            places[n] = last;
        }

        return places;
    }

    private readonly record struct CurvePoint((double X, double Y) At, bool IsOn)
    {
        public CurvePoint Halfway(CurvePoint other) => new(((At.X + other.At.X) / 2, (At.Y + other.At.Y) / 2), true);
    }
}
