using PublicAdmin.Azure;

namespace PublicAdmin.Tests.Azure;

/// <summary>Needs no server: how blocks are named.</summary>
public sealed class BlockIdsTests
{
    [Xunit.Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(49_999)]
    public void A_block_is_named_in_base64_always_as_long_and_back(int block)
    {
        var id = BlockIds.Of(block);

        Assert.Equal((8, block), (id.Length, BlockIds.NumberOf(id)));
    }
}
