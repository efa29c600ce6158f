namespace CognitoPools;

/// <summary>What a pool is written as.</summary>
public enum PoolDocumentFormat
{
    /// <summary>The module's own pool document: JSON that any Region, account and partition takes.</summary>
    Document,

    /// <summary>An AWS CloudFormation template in JSON.</summary>
    CloudFormation,

    /// <summary>A Terraform configuration for the provider hashicorp/aws.</summary>
    Terraform,
}
