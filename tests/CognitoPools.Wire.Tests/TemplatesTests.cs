using System.Text.Json.Nodes;
using CognitoPools.Documents;
using CognitoPools.Documents.Templates;

namespace CognitoPools.Wire.Tests;

/// <summary>The tools of the formats read what the module writes.</summary>
public sealed class TemplatesTests : IDisposable
{
    private const string ReadHcl =
        "require(process.argv[1]).parse('main.tf', require('fs').readFileSync(process.argv[2], 'utf8'))"
            + ".then(json => console.log(JSON.stringify(json)), error => { console.error(error); process.exit(1) })";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("templates");

    [CfnLintFact]
    public async Task Cfn_lint_accepts_the_templates()
    {
        foreach (var pool in new[] { TemplatesSamples.Rich, TemplatesSamples.Bare })
        {
            var file = Write("template.json", CloudFormationWriter.Write(pool).Text);
            var (code, output, error) = await ExternalTool.RunAsync("cfn-lint", ["--region", "eu-west-1", "--", file]);
            Assert.True(code == 0, output + error + await File.ReadAllTextAsync(file));
        }
    }

    [TerraformFact]
    public async Task Terraform_formats_the_configurations_no_other_way()
    {
        foreach (var pool in new[] { TemplatesSamples.Rich, TemplatesSamples.Bare })
        {
            var file = Write("main.tf", TerraformWriter.Write(pool).Text);
            var (code, output, error) = await ExternalTool.RunAsync("terraform", ["fmt", "-check", "-diff", "-no-color", file]);
            Assert.True(code == 0, output + error);
        }
    }

    [HclParserFact]
    public async Task The_configurations_parse_and_say_what_the_pool_is()
    {
        var bare = await ParseAsync(TemplatesSamples.Bare);
        Assert.Equal("7", bare["resource"]!["aws_cognito_identity_pool"]!["_7"]![0]!["identity_pool_name"]!.GetValue<string>());

        var rich = await ParseAsync(TemplatesSamples.Rich);
        var resources = rich["resource"]!;
        var pool = resources["aws_cognito_identity_pool"]!["my_shop"]![0]!;
        Assert.Equal("My shop +=,.@-_", pool["identity_pool_name"]!.GetValue<string>());
        Assert.Equal("key;${var.twittersecret}", pool["supported_login_providers"]!["api.twitter.com"]!.GetValue<string>());
        Assert.Equal("${var.digitssecret}", pool["supported_login_providers"]!["www.digits.com"]!.GetValue<string>());
        Assert.True(rich["variable"]!["twittersecret"]![0]!["sensitive"]!.GetValue<bool>());
        // The parser leaves escapes of templates as they are written.
        Assert.Equal("say \"yes\" \\ no $${aws:username} %%{ if } $$${Region} é", pool["tags"]!["team"]!.GetValue<string>());
        Assert.Equal(["editors", "my_shop_authenticatedrole", "my_shop_guestrole"], Names(resources["aws_iam_role"]).Order());
        Assert.Equal(2, Names(resources["aws_iam_role_policy"]).Count());
        Assert.Equal(2, Names(resources["aws_iam_role_policy_attachment"]).Count());
        Assert.Equal(2, Names(resources["aws_cognito_identity_pool_provider_principal_tag"]).Count());
        var imports = rich["import"]!.AsArray().Select(import => import!["id"]!.GetValue<string>()).ToList();
        var addresses = resources.AsObject().SelectMany(type => Names(type.Value).Select(name => $"${{{type.Key}.{name}}}"));
        Assert.Equal(addresses.Order(), rich["import"]!.AsArray().Select(import => import!["to"]!.GetValue<string>()).Order());
        Assert.Contains("My_shop_authenticatedrole:files", imports);
        Assert.Contains("My_shop_authenticatedrole/arn:aws:iam::123456789012:policy/own", imports);
        Assert.Contains(
            "eu-west-1:12345678-1234-1234-1234-123456789012:arn:aws:iam::123456789012:saml-provider/okta", imports);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<string> Names(JsonNode? resources) => resources!.AsObject().Select(resource => resource.Key);

    private async Task<JsonNode> ParseAsync(LivePool pool)
    {
        var file = Write("main.tf", TerraformWriter.Write(pool).Text);
        var module = Path.Combine(TemplatesTool.HclParser!, "node_modules", "@cdktf", "hcl2json");
        var (code, output, error) = await ExternalTool.RunAsync("node", ["-e", ReadHcl, module, file]);
        Assert.True(code == 0, error + await File.ReadAllTextAsync(file));
        return JsonNode.Parse(output)!;
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
