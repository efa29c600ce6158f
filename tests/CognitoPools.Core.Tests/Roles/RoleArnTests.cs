using CognitoPools.Roles;
using CsCheck;

namespace CognitoPools.Tests.Roles;

public class RoleArnTests
{
    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/app", "aws", "/", "app")]
    [InlineData("arn:aws-cn:iam::123456789012:role/service-role/app_guestrole", "aws-cn", "/service-role/", "app_guestrole")]
    [InlineData("arn:aws-us-gov:iam::123456789012:role/a/b/c+=,.@-d", "aws-us-gov", "/a/b/", "c+=,.@-d")]
    [InlineData("arn:aws:iam::123456789012:role//x", "aws", "//", "x")]
    public void Reads_the_parts(string text, string partition, string path, string name)
    {
        Assert.True(RoleArn.TryParse(text, out var arn));
        Assert.Equal(new RoleArn(partition, "123456789012", path, name), arn);
        Assert.Equal(text, arn.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("app")]
    [InlineData("arn:aws:iam::123456789012:user/app")]
    [InlineData("arn:aws:iam::123456789012:role/")]
    [InlineData("arn:aws:iam::123456789012:role/path/")]
    [InlineData("arn:aws:iam::12345678901:role/app")]
    [InlineData("arn:aws:iam::１２３４５６７８９０１２:role/app")]
    [InlineData("arn:aws:iam:us-east-1:123456789012:role/app")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/app/session")]
    [InlineData("arn:aws:iam::123456789012:role/a b")]
    [InlineData("arn:aws:iam::123456789012:role/rôle")]
    [InlineData("arn:aws:iam::123456789012:role/app\n")]
    [InlineData(" arn:aws:iam::123456789012:role/app")]
    [InlineData("ARN:aws:iam::123456789012:role/app")]
    [InlineData("arn:azure:iam::123456789012:role/app")]
    [InlineData("arn:aws:iam::123456789012:role/a123456789a123456789a123456789a123456789a123456789a123456789a1234")]
    public void Refuses_everything_else(string? text)
    {
        Assert.False(RoleArn.TryParse(text, out var arn));
        Assert.Null(arn);
    }

    [Fact]
    public void Names_of_different_case_are_different_arns()
    {
        Assert.True(RoleArn.TryParse("arn:aws:iam::123456789012:role/App", out var upper));
        Assert.True(RoleArn.TryParse("arn:aws:iam::123456789012:role/app", out var lower));
        Assert.NotEqual(upper, lower);
    }

    [Fact]
    public void Text_and_parts_are_the_same() => Gen.Select(
        Gen.OneOf("aws", "aws-cn", "aws-us-gov"),
        Gen.Char['0', '9'].Array[12].Select(digits => new string(digits)),
        Gen.Char["abcXYZ019_./-"].Array[0, 100].Select(path => path.Length == 0 ? "/" : $"/{new string(path)}/"),
        Gen.Char["abcXYZ019_+=,.@-"].Array[1, 64].Select(name => new string(name)))
        .Sample((partition, account, path, name) =>
            RoleArn.TryParse(new RoleArn(partition, account, path, name).ToString(), out var arn)
                && arn == new RoleArn(partition, account, path, name));
}
