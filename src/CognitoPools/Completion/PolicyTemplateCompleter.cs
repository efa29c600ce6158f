using CognitoPools.Roles;

namespace CognitoPools.Completion;

/// <summary>Completes the templates of permissions policies.</summary>
internal sealed class PolicyTemplateCompleter : FixedCompleter
{
    private protected override IEnumerable<Suggestion> Values =>
        RolePolicyTemplate.All.Select(template => new Suggestion(template.Name, template.Description));
}
