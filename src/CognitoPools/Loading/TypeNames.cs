using System.Management.Automation;

namespace CognitoPools.Loading;

/// <summary>
/// Registers the names of the module's types, such as <c>[CognitoPools.IdentityPool]</c>. PowerShell 7 does not find them by
/// itself, because they are in a separate load context; Windows PowerShell does.
/// </summary>
/// <remarks>The names apply to the process. They stay when the module is removed, because another runspace may have imported
/// it. A later import from another folder replaces them.</remarks>
public sealed class TypeNames : IModuleAssemblyInitializer
{
    // .NET Framework, which Windows PowerShell uses, reports version 4.
    private const int FirstWithContexts = 5;

    // Reading all types of the assemblies would take longer than the rest of the import.
    internal static readonly Type[] Types =
    [
        typeof(AttributeMapping), typeof(AttributeMappingMode), typeof(BasicFlowState), typeof(FoundPoolRole),
        typeof(IdentityPool),
        typeof(InvalidSettingException), typeof(PlanDocument), typeof(PlanFailedException), typeof(PlanLeftover),
        typeof(PlanStep), typeof(PoolAccount), typeof(PoolCredential), typeof(PoolDeveloperIdentity),
        typeof(PoolDocument), typeof(PoolDocumentDifference), typeof(PoolDocumentFormat), typeof(PoolFinding),
        typeof(PoolFindingSeverity), typeof(PoolFindingStatus), typeof(PoolIdentity),
        typeof(PoolIdentityAge), typeof(PoolIdentityDay), typeof(PoolIdentityMeasurement), typeof(PoolIdentityProvider),
        typeof(PoolIdentityProviderCount), typeof(PoolIdentityRemoval), typeof(PoolIdentityRemovalStatus),
        typeof(PoolIdentityRemovalSummary), typeof(PoolIdentityType), typeof(PoolOpenIdToken), typeof(PoolPermission),
        typeof(PoolPermissionPart), typeof(PoolPlan), typeof(PoolReportFormat),
        typeof(PoolRole), typeof(PoolRoleDecision), typeof(PoolRolePolicy), typeof(PoolRoleRule), typeof(PoolRoleTrust), typeof(PoolRoleUse),
        typeof(PoolSandbox), typeof(ProviderType), typeof(RoleResolution), typeof(RoleSetting), typeof(RuleOperator),
        typeof(SignInFlow), typeof(TrustedPool), typeof(TrustedPoolState), typeof(UnreadablePart), typeof(UnreadablePartException),
    ];

    /// <summary>Registers the names.</summary>
    public void OnImport()
    {
        // There is no public way to name a type. This internal one has existed since the first version of the engine.
        var add = typeof(PSObject).Assembly.GetType("System.Management.Automation.TypeAccelerators")
            ?.GetMethod("Add", [typeof(string), typeof(Type)]);
        if (add is null || Environment.Version.Major < FirstWithContexts)
            return;
        var register = (Action<string, Type>)add.CreateDelegate(typeof(Action<string, Type>));
        foreach (var type in Types)
            register(type.FullName!, type);
    }
}
