using System.Text.Json.Nodes;

namespace CognitoPools.Core.Tests.Audit;

/// <summary>Configurations from practice: what must be reported of each, and what must not.</summary>
public sealed class AuditCaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Audit", "Cases");

    public static TheoryData<string> Cases => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_configuration_from_practice_gets_its_findings_and_no_false_ones(string file)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!.AsObject();

        var found = AuditCase.Parse(json).Audit().Select(finding => finding.Id).Distinct().ToList();

        // Roles that no pool uses are found by the audit of the account.
        var hits = json["hits"]!.AsArray().Select(id => (string)id!).Where(id => id != "TrustOrphan");
        Assert.Equal([], hits.Except(found));
        Assert.Equal([], json["notHits"]!.AsArray().Select(id => (string)id!).Intersect(found));
    }
}
