using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PublicAdmin.Signing.Status;

/// <summary>Where a certificate says its status can be asked for (RFC 5280 sections 4.2.1.13 and 4.2.2.1).</summary>
internal sealed record StatusAddresses(IReadOnlyList<Uri> Ocsp, IReadOnlyList<Uri> Lists)
{
    private const string OcspAccess = "1.3.6.1.5.5.7.48.1";
    private const string ListPoints = "2.5.29.31";

    private static readonly Asn1Tag Name = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Address = new(TagClass.ContextSpecific, 6);

    public bool Any => Ocsp.Count + Lists.Count > 0;

    public static StatusAddresses Of(X509Certificate2 certificate)
    {
        try
        {
            var ocsp = certificate.Extensions.OfType<X509AuthorityInformationAccessExtension>().SelectMany(access => access.EnumerateUris(OcspAccess));
            var lists = certificate.Extensions.Where(extension => extension.Oid?.Value == ListPoints).SelectMany(extension => Points(extension.RawData));
            return new(Web(ocsp), Web(lists));
        }
        catch (AsnContentException)
        {
            return new([], []);
        }
    }

    private static List<string> Points(byte[] extension)
    {
        var found = new List<string>();
        for (var points = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence(); points.HasData;)
        {
            var point = points.ReadSequence();
            // A point may name its place, and within it a full name; other kinds are of no use here.
            if (point.HasData && point.PeekTag() == Name && point.ReadSequence(Name) is { HasData: true } place && place.PeekTag() == Name)
            {
                Collect(place.ReadSequence(Name), found);
            }
        }

        return found;
    }

    private static void Collect(AsnReader names, List<string> found)
    {
        while (names.HasData)
        {
            var value = names.PeekTag() == Address ? Encoding.ASCII.GetString(names.PeekContentBytes().Span) : null;
            names.ReadEncodedValue();
            found.AddRange(value is null ? [] : [value]);
        }
    }

    private static List<Uri> Web(IEnumerable<string> addresses) =>
        [.. addresses.Select(text => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null).OfType<Uri>()
            .Where(address => address.Scheme is "http" or "https")];
}
