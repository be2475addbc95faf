import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { CfnAnomalyMonitor, CfnAnomalySubscription } from 'aws-cdk-lib/aws-ce';
import { Construct } from 'constructs';
import { PRODUCT, stackName } from '../naming.ts';
import type { Stage } from '../stage.ts';

/** US dollars above what was to be expected, from which a day is told. */
const UNUSUAL = 20;

/** Tells the people of the alarms when the month’s money is nearly spent, and of days that cost unusually much. */
export class Spending extends Construct {
  constructor(scope: Construct, id: string, stage: Stage, amount: number) {
    super(scope, id);
    const subscribers = stage.alarmsTo.map((address) => ({ subscriptionType: 'EMAIL', address }));
    const at = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold },
      subscribers,
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: stackName(stage, 'month'),
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount, unit: 'USD' },
      },
      notificationsWithSubscribers: [at('ACTUAL', 80), at('FORECASTED', 100)],
    });
    const monitor = new CfnAnomalyMonitor(this, 'Monitor', {
      monitorName: stackName(stage, 'costs'),
      monitorType: 'CUSTOM',
      // An account has one monitor of all services, which may be there already. The tag must be activated in Billing.
      monitorSpecification: JSON.stringify({ Tags: { Key: 'product', Values: [PRODUCT] } }),
    });
    new CfnAnomalySubscription(this, 'Unusual', {
      subscriptionName: stackName(stage, 'unusual-costs'),
      monitorArnList: [monitor.attrMonitorArn],
      frequency: 'DAILY',
      subscribers: stage.alarmsTo.map((address) => ({ type: 'EMAIL', address })),
      thresholdExpression: JSON.stringify({
        Dimensions: {
          Key: 'ANOMALY_TOTAL_IMPACT_ABSOLUTE',
          MatchOptions: ['GREATER_THAN_OR_EQUAL'],
          Values: [String(UNUSUAL)],
        },
      }),
    });
  }
}
