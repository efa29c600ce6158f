using CognitoPools.Identities;
using CsCheck;

namespace CognitoPools.Core.Tests.Identities;

public class IdentityIdsTests
{
    private static readonly string[] Regions = ["us-east-1", "eu-central-1", "us-gov-west-1", "eusc-de-east-1", "ap-southeast-2"];

    [Fact]
    public void An_id_is_its_Region_and_its_uuid() =>
        Gen.Select(Gen.Int[0, Regions.Length - 1], Gen.Guid).Sample((index, uuid) =>
        {
            var region = Regions[index];
            var (read, key) = IdentityIds.Parse($"{region}:{uuid}");
            var bytes = uuid.ToByteArray(bigEndian: true);
            return read == region
                && key == new IdentityKey(
                    System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes),
                    System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(8)));
        });

    [Theory]
    [InlineData("us-east-1")]
    [InlineData(":12345678-1234-1234-1234-123456789012")]
    [InlineData("us-east-1:12345678-1234-1234-1234-12345678901g")]
    [InlineData("us-east-1:12345678-1234-1234-1234-12345678901A")]
    [InlineData("us-east-1:12345678+1234-1234-1234-123456789012")]
    [InlineData("us-east-1 :12345678-1234-1234-1234-123456789012")]
    [InlineData("us-east-1:us-east-1:12345678-1234-1234-1234-123456789012")]
    public void Anything_else_is_refused(string text) => Assert.Throws<InvalidSettingException>(() => IdentityIds.Region(text));

    [Fact]
    public void The_window_knows_the_latest_ids_and_no_older_one()
    {
        var recent = new RecentIds(3);
        IdentityKey Key(int number) => new(0, (ulong)number);
        Assert.True(recent.Add(Key(1)));
        Assert.True(recent.Add(Key(2)));
        Assert.True(recent.Add(Key(3)));
        Assert.False(recent.Add(Key(1)));
        Assert.True(recent.Add(Key(4)));
        Assert.True(recent.Add(Key(1)));
        Assert.False(recent.Add(Key(3)));
        Assert.True(recent.Add(Key(2)));
    }
}
