using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Results;
using PublicAdmin.Signing;
using PublicAdmin.Signing.Certificates;

namespace PublicAdmin.Archive.Rights;

/// <summary>The seal of the province's center, for what concerns no single agency.</summary>
public sealed class CenterSeal(DetachedSeals seals, OfficeDirectory offices, TimeProvider clock)
{
    public string Name => Center.Name.Vi;

    private OfficeVersion Center => offices.All(clock.Today()).First(office => office.Kind is OfficeKind.ProvincialCenter);

    public async Task<Result<byte[]>> SignAsync(byte[] content, CancellationToken ct)
    {
        try
        {
            var center = Center;
            return await seals.SignAsync(content, new SigningOwner(SigningKeyNames.OfSeal(center.Code), center.Name.Vi, center.Authority.Vi), ct);
        }
        catch (SigningKeysBusyException e)
        {
            return ResultRefusals.Busy(e);
        }
    }
}
