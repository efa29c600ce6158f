namespace CognitoPools.Wire.Tests;

/// <summary>A test that is skipped where there is no AWS CLI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AwsCliFactAttribute : FactAttribute
{
    public AwsCliFactAttribute()
    {
        if (!ExternalTool.HasAwsCli)
            Skip = "The AWS CLI is not installed: 'aws --version' does not run.";
    }
}
