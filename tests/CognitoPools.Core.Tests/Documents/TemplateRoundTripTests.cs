using System.Text.Json.Nodes;
using CognitoPools.Documents;
using CognitoPools.Documents.Templates;
using CsCheck;

namespace CognitoPools.Core.Tests.Documents;

/// <summary>What the CloudFormation writer writes, the reader reads.</summary>
public class TemplateRoundTripTests
{
    private static readonly Dictionary<string, string> NoValues = [];

    [Fact]
    public void A_written_template_is_read_as_the_same_pool() => TemplateSamples.Pool.Sample(
        pool =>
        {
            var text = CloudFormationWriter.Write(pool).Text;
            var read = CloudFormationReader.Read(DocumentElement.Parse(text), NoValues);
            var definition = Assert.Single(read.Definitions);
            Assert.Equal(TemplateSamples.Canonical(Expected(pool)), TemplateSamples.Canonical(definition));
            Assert.Empty(read.SecretValues);
            Assert.Empty(read.Warnings);
        },
        iter: 500);

    [Fact]
    public void Every_resource_of_a_template_can_be_imported() => TemplateSamples.Pool.Sample(
        pool =>
        {
            var written = CloudFormationWriter.Write(pool);
            var resources = JsonNode.Parse(written.Text)!["Resources"]!.AsObject();
            var imports = JsonNode.Parse(written.ResourcesToImport!)!.AsArray();
            Assert.Equal(
                resources.Select(resource => $"{resource.Key} {resource.Value!["Type"]}").Order(),
                imports.Select(import => $"{import!["LogicalResourceId"]} {import["ResourceType"]}").Order());
            Assert.All(resources, resource => Assert.Equal("Retain", resource.Value!["DeletionPolicy"]!.GetValue<string>()));
            Assert.DoesNotContain("${", written.ResourcesToImport, StringComparison.Ordinal);
        },
        iter: 150);

    // A template says the names and paths that roles have, the names of the partition, and no basic flow that was never set.
    private static PoolDefinition Expected(LivePool pool)
    {
        string Live(string text) => text
            .Replace("${CognitoPrincipal}", pool.Names.Partition.CognitoPrincipal, StringComparison.Ordinal)
            .Replace("${CognitoKeyPrefix}", pool.Names.Partition.CognitoKeyPrefix, StringComparison.Ordinal);
        return pool.Definition with
        {
            BasicFlow = pool.Definition.BasicFlow == BasicFlowState.Unset ? null : pool.Definition.BasicFlow,
            Roles = pool.Definition.Roles.ToDictionary(role => role.Key, role => role.Value.Arn is not null ? role.Value : role.Value with
            {
                Name = pool.Roles[role.Key].Name,
                Path = pool.Roles[role.Key].Path,
                TrustPolicy = Live(role.Value.TrustPolicy!),
                InlinePolicies = role.Value.InlinePolicies.ToDictionary(policy => policy.Key, policy => Live(policy.Value)),
            }),
        };
    }
}
