using Amazon.CognitoIdentity.Model;
using CognitoPools.Account;
using CognitoPools.Core.Tests.Pools;
using CognitoPools.Documents;
using CognitoPools.Documents.Comparison;
using CognitoPools.Pools.Plans;
using CognitoPools.Roles;
using CsCheck;

namespace CognitoPools.Core.Tests.Documents;

/// <summary>What is exported can be deleted, imported and copied: the document of what comes of it is the same.</summary>
public class DocumentRoundTripTests
{
    private const string Region = "eu-central-1";

    // The placeholders and policies of one pool are many, and a run makes about a hundred calls.
    private const int Samples = 40;

    [Fact]
    public async Task A_pool_that_was_deleted_is_the_same_after_the_import() =>
        await DefinitionSamples.Definition.SampleAsync(
            async definition =>
            {
                using var account = Prepared();
                var made = await ImportAsync(account, definition, null);
                var document = await ExportAsync(account, made);

                await DeleteAsync(account, made);
                var again = await ImportAsync(account, Parse(document), null);

                Assert.NotEqual(made, again);
                Assert.Equal(document, await ExportAsync(account, again));
                await AssertNothingToDoAsync(account, Parse(document), again);
            },
            iter: Samples, threads: 1);

    [Fact]
    public async Task A_copy_beside_the_original_differs_in_nothing_but_the_name() =>
        await DefinitionSamples.Definition.SampleAsync(
            async definition =>
            {
                using var account = Prepared();
                var original = await ImportAsync(account, definition, null);
                var document = await ExportAsync(account, original);

                var copy = await ImportAsync(account, Parse(document), null, "copy");

                Assert.Equal(Named(document, definition.Name, "copy"), await ExportAsync(account, copy));
                Assert.Equal(document, await ExportAsync(account, original));
                await AssertNothingToDoAsync(account, Parse(document), copy, "copy");
            },
            iter: Samples, threads: 1);

    [Theory]
    [InlineData("eu-west-1")]
    [InlineData("us-gov-west-1")]
    [InlineData("us-gov-east-1")]
    [InlineData("cn-north-1")]
    [InlineData("eusc-de-east-1")]
    public async Task A_copy_in_another_Region_or_partition_has_the_same_document(string region) =>
        await DefinitionSamples.Definition.SampleAsync(
            async definition =>
            {
                using var account = Prepared(region);
                var document = await ExportAsync(account, await ImportAsync(account, definition, null));
                var copy = await ImportAsync(account, Parse(document), null, region: region);

                Assert.StartsWith(region, copy, StringComparison.Ordinal);
                Assert.Equal(document, await ExportAsync(account, copy));
                await AssertNothingToDoAsync(account, Parse(document), copy);
            },
            iter: Samples / 4, threads: 1);

    [Fact]
    public async Task Any_document_leads_from_any_pool_to_itself_when_the_rest_is_pruned() =>
        await Gen.Select(DefinitionSamples.Definition, DefinitionSamples.Definition).SampleAsync(
            async (before, after) =>
            {
                using var account = Prepared();
                // A developer provider is never removed.
                before = before with { Providers = [.. before.Providers.Where(provider => provider.Type != ProviderType.Developer)] };
                // A flow that was never set cannot be unset again.
                after = after with { BasicFlow = after.BasicFlow == BasicFlowState.Unset ? BasicFlowState.Active : after.BasicFlow };
                var pool = await ImportAsync(account, before, null);

                Assert.Equal(pool, await ImportAsync(account, after, pool, prune: true));

                await AssertNothingToDoAsync(account, after, pool, prune: true);
                Assert.Equal(
                    PoolDocumentWriter.Write(Parse(await ExportAsync(account, pool)) with { Roles = after.Roles }),
                    PoolDocumentWriter.Write(after));
            },
            iter: Samples, threads: 1);

    private static TestAccount Prepared(string region = Region)
    {
        const string policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""";
        var account = new TestAccount();
        foreach (var partition in new[] { AwsPartition.Aws.Name, AwsPartition.FromRegion(region).Name }.Distinct())
        {
            account.Sandbox.AddSamlProvider("okta", partition: partition);
            account.Sandbox.AddOpenIdConnectProvider("https://login.example.com", partition: partition);
            account.Sandbox.AddManagedPolicy("own", policy, partition: partition);
            account.Sandbox.AddManagedPolicy("AmazonS3ReadOnlyAccess", policy, awsManaged: true, partition: partition);
        }
        return account;
    }

    private static PoolDefinition Parse(string document) => PoolDocumentReader.Read(DocumentElement.Parse(document));

    private static string Named(string document, string before, string after) =>
        PoolDocumentWriter.Write(Parse(document) is var parsed && parsed.Name == before ? parsed with { Name = after } : parsed);

    private static async Task<string> ExportAsync(TestAccount account, string id) => PoolDocumentWriter.Write(
        (await new PoolDefinitionReader(account.Connection).ReadAsync(await PoolSamples.ReadAsync(account, id), CancellationToken.None))
            .Definition);

    private static async Task<PoolPlan> PlanAsync(
        TestAccount account, PoolDefinition definition, string? id, string? name, string region, bool prune)
    {
        var options = new ImportOptions(name, ImportValues.None, prune, RepairTrust: false);
        var current = id is null ? null : await PoolSamples.ReadAsync(account, id);
        return PoolPlanner.Plan(await new PoolImport(account.Connection, options, account)
            .PlanAsync(new SourceDefinition(definition, "test"), current, region, CancellationToken.None));
    }

    private static async Task<string> ImportAsync(
        TestAccount account, PoolDefinition definition, string? id, string? name = null, string region = Region, bool prune = false) =>
        await PoolSamples.RunAsync(account, await PlanAsync(account, definition, id, name, region, prune), id);

    private static async Task AssertNothingToDoAsync(
        TestAccount account, PoolDefinition definition, string id, string? name = null, bool prune = false)
    {
        var plan = await PlanAsync(account, definition, id, name, PoolIds.Region(id), prune);
        Assert.True(plan.IsEmpty, plan.ToString());
        // Roles that serve somebody else, and the path of a role, stay as they are; a warning says so.
        if (prune)
            return;
        var live = await new PoolDefinitionReader(account.Connection)
            .ReadAsync(await PoolSamples.ReadAsync(account, id), CancellationToken.None);
        var expected = new ComparedPool(definition with { Name = name ?? definition.Name }, null, "the document");
        Assert.Empty(PoolComparison.Compare(expected, new ComparedPool(live.Definition, live.Names, "the pool") { Roles = live.Roles }));
    }

    private static async Task DeleteAsync(TestAccount account, string id)
    {
        var pool = await PoolSamples.ReadAsync(account, id);
        await account.Connection.Cognito(Region).DeleteIdentityPoolAsync(new DeleteIdentityPoolRequest { IdentityPoolId = id });
        foreach (var arn in RoleKeys.Of(pool).Keys)
        {
            var roles = new IamRoles(account.Connection, Region);
            var facts = await roles.WithPoliciesAsync(
                (await roles.FindAsync(RoleKeys.NameOf(arn), CancellationToken.None))!, CancellationToken.None);
            await new PlanRunner(account.Connection, account).RunAsync(
                PoolPlanner.PlanRoleRemoval(facts, id), id, CancellationToken.None);
        }
    }
}
