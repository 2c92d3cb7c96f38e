using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Documents.Uploads;

/// <summary>Whose papers they are (chủ giấy tờ): the person's, whoever scanned them. The key says nothing about who that is.</summary>
/// <param name="Key">22 characters; the partition of the person's uploads and wallet, and the folder of the bytes.</param>
public sealed record PaperOwner(string Key);

/// <summary>Turns a personal number into an owner, and a caller into the owner they may act for.</summary>
public sealed class PaperOwners(KeyedHashes hashes)
{
    public PaperOwner Of(string personalNumber) => new(hashes.Of("paper-owner", personalNumber));

    /// <summary>A citizen is the owner; a clerk or the portal names the person they act for.</summary>
    public Result<PaperOwner> For(Caller caller, string? onBehalfOf) => caller.Kind is CallerKind.Citizen
        ? onBehalfOf is null || onBehalfOf == caller.PartyNumber ? Own(caller) : UploadRefusals.NotYourself.At("onBehalfOf")
        : onBehalfOf is { Length: 10 or 12 or 13 } && onBehalfOf.All(char.IsAsciiDigit) ? Of(onBehalfOf) : UploadRefusals.OwnerMissing.At("onBehalfOf");

    /// <summary>The signed-in citizen's own.</summary>
    public Result<PaperOwner> Own(Caller caller) => caller.PartyNumber is { } number ? Of(number) : UploadRefusals.NoPersonalNumber;
}
