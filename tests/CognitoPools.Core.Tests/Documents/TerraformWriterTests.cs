using System.Text.RegularExpressions;
using CognitoPools.Documents;
using CognitoPools.Documents.Templates;
using CsCheck;

namespace CognitoPools.Core.Tests.Documents;

public class TerraformWriterTests
{
    [Theory]
    [InlineData("${x}", "$${x}")]
    [InlineData("$${x}", "$$${x}")]
    [InlineData("%{ if }", "%%{ if }")]
    [InlineData("$ % { }", "$ % { }")]
    [InlineData("a\"b\\c\nd\te\u0001é", "a\\\"b\\\\c\\nd\\te\\u0001é")]
    public void Literal_text_is_escaped(string text, string expected) => Assert.Equal(expected, HclValue.Escaped(text));

    [Fact]
    public void Every_resource_has_an_import_block_and_nothing_else_is_a_template() => TemplateSamples.Pool.Sample(
        pool =>
        {
            var text = TerraformWriter.Write(pool).Text;
            var resources = Regex.Matches(text, "^resource \"(.+)\" \"(.+)\" {", RegexOptions.Multiline)
                .Select(match => $"{match.Groups[1]}.{match.Groups[2]}").ToList();
            Assert.Equal(resources, resources.Distinct());
            Assert.Equal(
                resources,
                Regex.Matches(text, "^  to = (.+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value));
            Assert.All(
                Regex.Matches(text, @"(?<!\$)\$\{([^}]*)\}").Select(match => match.Groups[1].Value),
                expression => Assert.Matches(@"\A(data|var|aws_cognito_identity_pool)\.[a-z0-9_.]+\z", expression));
            Assert.All(
                Regex.Matches(text, "data\\.(aws_[a-z_]+)\\.current").Select(match => match.Groups[1].Value),
                source => Assert.Contains($"data \"{source}\" \"current\" {{", text, StringComparison.Ordinal));
            Assert.Equal(1, Regex.Count(text, "prevent_destroy = true"));
        },
        iter: 150);

    [Fact]
    public void What_Terraform_cannot_say_is_a_warning_and_a_comment()
    {
        var pool = new LivePool(
            new PoolDefinition
            {
                Name = "shop",
                BasicFlow = BasicFlowState.Unset,
                Tags = ReadableTable.Empty.SetItem("aws:x", "y"),
            },
            new LiveNames(null, "eu-west-1", TemplateSamples.PoolId))
        { Warnings = ["A role could not be read.\nresource"] };
        var written = TerraformWriter.Write(pool);
        Assert.Equal(2, written.Warnings.Count);
        Assert.All(written.Warnings, warning => Assert.Contains($"# {warning}\n", written.Text, StringComparison.Ordinal));
        Assert.Contains("# A role could not be read.\\u000Aresource\n", written.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("aws:x\"", written.Text, StringComparison.Ordinal);
        Assert.Equal(["The template does not contain the tags aws:x of the identity pool: keys that begin with 'aws:' are reserved for AWS."],
            CloudFormationWriter.Write(pool).Warnings.Where(warning => warning.Contains("aws:", StringComparison.Ordinal)));
    }
}
