using PublicAdmin.Pdf;
using PublicAdmin.Pdf.Reading;

namespace PublicAdmin.Signing.Verification.Updates;

/// <summary>Which objects of a file refer to some others: an object may change freely only where nobody shows it.</summary>
internal sealed class References
{
    private readonly Dictionary<int, List<(int Holder, int Since)>> _holders;

    /// <param name="revisions">The file as it grew.</param>
    /// <param name="wanted">The objects asked about.</param>
    public References(FileRevisions revisions, IEnumerable<int> wanted)
    {
        _holders = wanted.Distinct().ToDictionary(number => number, _ => new List<(int, int)>());
        if (_holders.Count == 0)
        {
            return;
        }

        foreach (var number in revisions.First.Numbers)
        {
            Visit(revisions.First.Objects.Glance(number), number, since: 0);
        }

        for (var n = 0; n < revisions.Updates.Count; n++)
        {
            foreach (var entry in revisions.Updates[n].Entries)
            {
                Visit(revisions.Updates[n].After.Load(entry.Number), entry.Number, since: n + 1);
            }
        }
    }

    /// <summary>The objects that referred to one, at any time until so many updates.</summary>
    public IEnumerable<int> Holders(int number, int updates) => _holders.TryGetValue(number, out var holders)
        ? holders.Where(holder => holder.Since <= updates).Select(holder => holder.Holder)
        : throw new ArgumentOutOfRangeException(nameof(number));

    public static bool Has(PdfValue? value, int number) => value switch
    {
        PdfReference reference => reference.Number == number,
        PdfArray array => array.Items.Any(item => Has(item, number)),
        PdfDictionary dictionary => dictionary.Entries.Values.Any(item => Has(item, number)),
        PdfStream stream => Has(stream.Dictionary, number),
        _ => false,
    };

    /// <summary>Every number a value refers to.</summary>
    public static IEnumerable<int> Of(PdfValue? value) => value switch
    {
        PdfReference reference => [reference.Number],
        PdfArray array => array.Items.SelectMany(Of),
        PdfDictionary dictionary => dictionary.Entries.Values.SelectMany(Of),
        PdfStream stream => Of(stream.Dictionary),
        _ => [],
    };

    private void Visit(PdfValue value, int holder, int since)
    {
        switch (value)
        {
            case PdfReference reference when _holders.TryGetValue(reference.Number, out var holders):
                holders.Add((holder, since));
                break;
            case PdfArray array:
                foreach (var item in array.Items)
                {
                    Visit(item, holder, since);
                }

                break;
            case PdfDictionary dictionary:
                foreach (var item in dictionary.Entries.Values)
                {
                    Visit(item, holder, since);
                }

                break;
            case PdfStream stream:
                Visit(stream.Dictionary, holder, since);
                break;
        }
    }
}
